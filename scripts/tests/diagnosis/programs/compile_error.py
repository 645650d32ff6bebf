"""Raises sqlalchemy.exc.CompileError: a column that the table does not have."""

from sqlalchemy import Column, Integer, MetaData, Table, insert

print(insert(Table("user", MetaData(), Column("id", Integer))).values(relationship="friend"))
