"""How Alembic runs the scripts beside this file: within the transaction that it is handed."""

from alembic import context

from reportedly.desk.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
