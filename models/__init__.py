"""The register's tables, its database, and the queries on them. Knows the schemas and nothing above."""
