using AgentOS.Data;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgentOS.Postgres.Session;

/// <summary>What PostgreSQL's refusals mean to a caller.</summary>
internal static class Failures
{
    public const string JournalKey = "journal_sequence";
    private const string EventKey = "events_version";

    /// <summary>The exception to throw instead, or <see langword="null"/> when the original says it best.</summary>
    public static Exception? Translate(Exception failure, string? conversation = null)
    {
        if (failure is DbUpdateConcurrencyException) return new RetriableConflictException(failure);
        if (failure is DbUpdateException { InnerException: { } inner }) failure = inner;
        if (failure is not PostgresException refused)
            return failure is NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or null }
                ? new DatabaseUnavailableException("The connection to the database was lost. Nothing was written by this call unless it had said so.", failure)
                : null;
        return refused.SqlState switch
        {
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => new RetriableConflictException(refused),
            PostgresErrorCodes.UniqueViolation when refused.ConstraintName == JournalKey => new JournalConflictException(conversation ?? ""),
            PostgresErrorCodes.UniqueViolation when refused.ConstraintName == EventKey => new RetriableConflictException(refused),
            PostgresErrorCodes.UniqueViolation => Refusal("already_exists", "There is such a record already.", refused),
            PostgresErrorCodes.CheckViolation => Refusal("rule_" + refused.ConstraintName, $"A rule of the business forbids it: {Words(refused)}.", refused),
            PostgresErrorCodes.ForeignKeyViolation => Refusal("still_in_use", "Other records still refer to it, or it refers to one that is not there.", refused),
            PostgresErrorCodes.StringDataRightTruncation => Refusal("too_long", "A text is longer than can be kept. Shorten it.", refused),
            PostgresErrorCodes.NumericValueOutOfRange => Refusal("too_large", "A number is larger than can be kept.", refused),
            PostgresErrorCodes.DiskFull => new DatabaseUnavailableException("The database's disk is full. Free some space; nothing was written.", refused),
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow =>
                new DatabaseUnavailableException("The database has been stopped. Start it again; what was confirmed is kept.", refused),
            _ => null,
        };
    }

    private static ToolException Refusal(string code, string message, PostgresException refused) =>
        new(code, message, new Dictionary<string, object?> { ["constraint"] = refused.ConstraintName });

    private static string Words(PostgresException refused) => refused.ConstraintName?.Replace('_', ' ') ?? "a check";
}
