using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Host.Web.Errors;

/// <summary>Why a request did not succeed, before it is written in a surface's own form.</summary>
internal sealed record Failure(int Status, string Code, string Message, object? Details = null)
{
    public static Failure Of(Exception exception) => exception switch
    {
        ToolException refusal => new(StatusOf(refusal.Code), refusal.Code, refusal.Message, refusal.Details.Count > 0 ? refusal.Details : null),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge,
        BadHttpRequestException bad => new(bad.StatusCode, "bad_request", bad.Message),
        JsonException json => new(400, "malformed_json", Located(json)),
        JournalConflictException => new(409, "conversation_moved", "Another message is being worked on in this conversation elsewhere. Send it again."),
        TimeoutException => new(504, "timeout", "This took too long and was given up. Try again."),
        _ when IsDiskFull(exception) => new(507, "disk_full", "The disk is full: nothing was saved. Free some space and try again."),
        _ when IsDatabaseGone(exception) => new(503, "unavailable", "The database cannot be reached right now: nothing was saved. Try again in a moment."),
        _ => new(500, "internal", "Something went wrong on our side. The request's id finds it in the log."),
    };

    public static Failure Of(ToolReply reply)
    {
        var error = reply.Error ?? throw new ArgumentException("The call did not fail.", nameof(reply));
        object? details = error.Argument is null && error.Choices is null
            ? null
            : new { error.Argument, error.Choices };
        return new(StatusOf(error.Code), error.Code, reply.Said ?? error.Message, details);
    }

    public static Failure TooLarge { get; } = new(413, "too_large", $"The request is larger than {RequestLimits.BodyBytes / 1024} KB, which is the limit.");

    private static int StatusOf(string code) => code switch
    {
        "invalid_arguments" or "missing_argument" or "malformed_json" or "bad_request" => 400,
        "unauthenticated" => 401,
        "forbidden" => 403,
        "not_found" or "unknown_tool" or "approval_unknown" or "unknown_agent" => 404,
        "ambiguous" or "approval_used" or "conflict" or "unknown_outcome" => 409,
        "approval_expired" => 410,
        "too_large" => 413,
        "internal" => 500,
        "unavailable" => 503,
        "timeout" => 504,
        _ => 422,
    };

    private static string Located(JsonException json) => json.LineNumber is { } line
        ? $"The body is not valid JSON, near line {line + 1}, byte {json.BytePositionInLine + 1}."
        : json.Message;

    private static bool IsDatabaseGone(Exception exception) =>
        exception is DbException { IsTransient: true } or SocketException
        || (exception.InnerException is { } inner && IsDatabaseGone(inner));

    // PostgreSQL's disk_full (53100), and ENOSPC and EDQUOT as .NET reports them.
    private static bool IsDiskFull(Exception exception) =>
        exception is DbException { SqlState: "53100" }
        || (exception is IOException && (exception.HResult & 0xFFFF) is 28 or 122)
        || (exception.InnerException is { } inner && IsDiskFull(inner));
}
