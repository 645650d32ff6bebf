"""What the reader did: the groups of the causes, in the order of the table. A cause's page names its group."""

GROUPS = {
    "relationship": "You read or changed a relationship",
    "column": "You read a column",
    "connection": "You connected, or made a synchronous call",
    "other": "Something else read it for you",
}
