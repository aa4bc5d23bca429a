"""The network of partners as rows: a key, what others refer to, and the value as JSON."""

from operator import itemgetter
from typing import Any

from pydantic import TypeAdapter

from bot.domain.network import Agreement, Group, Module, Network, Partner, Programme, Resource
from bot.storage.sql import Sql

PARTNER = TypeAdapter(Partner)
RESOURCE = TypeAdapter(Resource)
AGREEMENT = TypeAdapter(Agreement)
PROGRAMME = TypeAdapter(Programme)
MODULE = TypeAdapter(Module)
GROUP = TypeAdapter(Group)


class NetworkStore:
    def __init__(self, connection: Any) -> None:
        self._sql = Sql("network", connection)
        self._connection = connection

    def put(self, network: Network) -> bool:
        """Adds and changes; what the network does not name stays. False when nothing differs."""
        before = self.read()
        changed = False
        for p in _new(network.partners, before.partners):
            self._sql.put_partner(code=p.code, body=_json(PARTNER, p))
            changed = True
        for r in _new(network.resources, before.resources):
            self._sql.put_resource(code=r.code, partner=r.partner, body=_json(RESOURCE, r))
            changed = True
        for a in _new(network.agreements, before.agreements):
            self._sql.put_agreement(number=a.number, partner=a.partner, body=_json(AGREEMENT, a))
            changed = True
        for p in _new(network.programmes, before.programmes):
            body = _json(PROGRAMME, p)
            self._sql.put_programme(code=p.code, slug=p.slug, partner=p.partner, body=body)
            changed = True
        for m in _new(network.modules, before.modules):
            body = _json(MODULE, m)
            self._sql.put_module(code=m.code, programme=m.programme, partner=m.partner, body=body)
            changed = True
        for g in _new(network.groups, before.groups):
            body = _json(GROUP, g)
            self._sql.put_group(code=g.code, programme=g.programme, seats=g.seats, body=body)
            changed = True
        return changed

    def read(self) -> Network:
        return Network(
            partners=_read(PARTNER, self._sql.partners()),
            agreements=_read(AGREEMENT, self._sql.agreements()),
            programmes=_read(PROGRAMME, self._sql.programmes()),
            modules=_read(MODULE, self._sql.modules()),
            groups=_read(GROUP, self._sql.groups()),
            resources=_read(RESOURCE, self._sql.resources()),
        )

    def remove(self, table: str, code: str) -> bool:
        """False when other rows rely on it: then it stays. `table` is a field of Network."""
        self._connection.execute("SAVEPOINT removal")
        try:
            getattr(self._sql, f"remove_{table}")(code=code)
        except self._connection.IntegrityError:  # of the driver, whichever it is
            self._connection.execute("ROLLBACK TO SAVEPOINT removal")
            return False
        finally:
            self._connection.execute("RELEASE SAVEPOINT removal")
        return True


def _new(wanted: Any, known: Any) -> list[Any]:
    return [value for key, value in wanted.items() if known.get(key) != value]


def _json(adapter: TypeAdapter[Any], value: object) -> str:
    return adapter.dump_json(value).decode()


def _read(adapter: TypeAdapter[Any], rows: Any) -> dict[str, Any]:
    """In the order of their characters; a server may sort by the rules of a language."""
    ordered = sorted(rows, key=itemgetter("id"))
    return {row["id"]: adapter.validate_json(row["body"]) for row in ordered}
