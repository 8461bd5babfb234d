"""The words a graph is written in: closed namespaces, so that a misspelt term is an error.

``KG`` equals ``graph/ontology.ttl`` (a test compares them). Of the standards that rdflib
does not close itself, only the terms that GRAPH's contract uses are listed.
"""

# The terms' own spelling is the standards', not Python's:
# ruff: noqa: N815

from __future__ import annotations

from typing import Final

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class KG(DefinedNamespace):
    """The project's own classes and properties; what each means is said in the ontology."""

    _NS = Namespace("https://w3id.org/zhimai/ns#")
    _fail = True

    # the five classes of the contract, and photo captions
    Organisation: URIRef
    Place: URIRef
    Project: URIRef
    Policy: URIRef
    Person: URIRef
    Caption: URIRef

    # finer organisations
    Government: URIRef
    PartyOrgan: URIRef
    Company: URIRef
    ResearchBody: URIRef
    University: URIRef
    Association: URIRef
    Media: URIRef
    Military: URIRef

    # finer places
    AdministrativeArea: URIRef
    Country: URIRef
    Province: URIRef
    Prefecture: URIRef
    County: URIRef
    Town: URIRef
    Region: URIRef
    NaturalFeature: URIRef
    Site: URIRef

    # finer projects
    Facility: URIRef
    Factory: URIRef
    Platform: URIRef
    Infrastructure: URIRef
    Programme: URIRef
    Campaign: URIRef
    Pilot: URIRef
    Mission: URIRef
    Occasion: URIRef

    # finer policies
    Law: URIRef
    Regulation: URIRef
    Plan: URIRef
    Opinion: URIRef
    Notice: URIRef
    Draft: URIRef
    Initiative: URIRef

    # the life of policies
    StatusChange: URIRef
    changes: URIRef

    # statements between two entities
    locatedIn: URIRef
    partOf: URIRef
    issuedBy: URIRef
    undertakenBy: URIRef
    appliesTo: URIRef
    basedOn: URIRef
    supports: URIRef
    cooperatesWith: URIRef
    affiliatedWith: URIRef

    # the same from the other end: inferred, never written by a build
    locationOf: URIRef
    hasPart: URIRef
    issued: URIRef
    undertakes: URIRef
    scopeOf: URIRef
    basisOf: URIRef
    supportedBy: URIRef
    hasAffiliate: URIRef

    # what is known about a statement
    confidence: URIRef
    polarity: URIRef
    modality: URIRef
    attributedTo: URIRef
    pattern: URIRef

    # policies, figures, events
    status: URIRef
    amount: URIRef
    amountUnit: URIRef
    change: URIRef
    changeBasis: URIRef
    bound: URIRef
    involves: URIRef
    datePrecision: URIRef
    dateExpression: URIRef
    dateAnchor: URIRef


class SCHEMA(DefinedNamespace):
    """schema.org, as far as a graph uses it."""

    _NS = Namespace("https://schema.org/")
    _fail = True

    AdministrativeArea: URIRef
    CollegeOrUniversity: URIRef
    Corporation: URIRef
    Country: URIRef
    CreativeWork: URIRef
    Event: URIRef
    GovernmentOrganization: URIRef
    Landform: URIRef
    Legislation: URIRef
    NewsArticle: URIRef
    NewsMediaOrganization: URIRef
    Observation: URIRef
    Organization: URIRef
    Person: URIRef
    Place: URIRef
    Project: URIRef
    ResearchOrganization: URIRef
    ResearchProject: URIRef

    articleBody: URIRef
    author: URIRef
    dateline: URIRef
    datePublished: URIRef
    endDate: URIRef
    headline: URIRef
    isPartOf: URIRef
    location: URIRef
    measuredProperty: URIRef
    mentions: URIRef
    name: URIRef
    observationAbout: URIRef
    observationDate: URIRef
    observationPeriod: URIRef
    publisher: URIRef
    roleName: URIRef
    sha256: URIRef
    startDate: URIRef
    text: URIRef
    unitCode: URIRef
    unitText: URIRef
    value: URIRef
    version: URIRef


class OA(DefinedNamespace):
    """Web Annotation, as far as a graph uses it."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    Annotation: URIRef
    Selector: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasBody: URIRef
    hasTarget: URIRef
    identifying: URIRef
    motivatedBy: URIRef
    start: URIRef


class GEO(DefinedNamespace):
    """WGS84 positions."""

    _NS = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#")
    _fail = True

    lat: URIRef
    long: URIRef


ORG: Final = Namespace("http://www.w3.org/ns/org#")
QUDT_UNIT: Final = Namespace("http://qudt.org/vocab/unit/")

# Prefix to namespace: what Turtle files declare and what queries may use undeclared.
PREFIXES: Final[dict[str, str]] = {
    "dcterms": str(DCTERMS),
    "geo": str(GEO),
    "kg": str(KG),
    "oa": str(OA),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "unit": str(QUDT_UNIT),
    "xsd": str(XSD),
}
