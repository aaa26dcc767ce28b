using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Nabij.Kernel.Data;

/// <summary>The database refused a row because there is one like it, which a unique index or a key allows only once.</summary>
public static class UniqueViolation
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static bool Is(DbUpdateException refused) =>
        refused.InnerException
            is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
                or SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey };
}
