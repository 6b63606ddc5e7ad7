using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentOS.Runtime.Schema;

/// <summary>What a string may be.</summary>
internal sealed record TextRule(int? Least, int? Most, Regex? Pattern, string? Format)
{
    public bool Check(JsonElement value, string path, List<SchemaError>? errors)
    {
        Span<char> buffer = stackalloc char[256];
        var text = Read(value, buffer);
        var valid = true;
        if (Least is not null || Most is not null)
        {
            var length = CountCharacters(text);
            if (length < Least) valid = SchemaNode.Refuse(errors, path, Least == 1 ? "must not be empty" : $"must have at least {Least} characters, but has {length}");
            if (length > Most) valid = SchemaNode.Refuse(errors, path, $"must have at most {Most} characters, but has {length}");
        }

        if (Pattern is not null && !Matches(text))
            valid = SchemaNode.Refuse(errors, path, $"must match the pattern {Pattern}, but is {JsonKindsWords.Describe(value)}");
        if (!FitsFormat(value, text, out var wanted))
            valid = SchemaNode.Refuse(errors, path, $"must be {wanted}, but is {JsonKindsWords.Describe(value)}");
        return valid;
    }

    // JSON schema counts code points, as people do, and not UTF-16 units.
    private static int CountCharacters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }

    private static ReadOnlySpan<char> Read(JsonElement value, Span<char> buffer)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (raw.Length - 2 > buffer.Length || raw.Contains((byte)'\\')) return value.GetString();
        return Encoding.UTF8.TryGetChars(raw[1..^1], buffer, out var written) ? buffer[..written] : value.GetString();
    }

    private bool Matches(ReadOnlySpan<char> text)
    {
        try
        {
            return Pattern!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private bool FitsFormat(JsonElement value, ReadOnlySpan<char> text, out string wanted)
    {
        switch (Format)
        {
            case "date":
                wanted = "a date such as 2026-11-24";
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
            case "date-time":
                wanted = "a date and time such as 2026-11-24T15:00:00Z";
                return value.TryGetDateTimeOffset(out _);
            case "time":
                wanted = "a time such as 15:00:00";
                return TimeOnly.TryParse(text.TrimEnd('Z'), CultureInfo.InvariantCulture, out _);
            case "uuid":
                wanted = "an id such as 00000000-0000-7000-8000-000000000001";
                return Guid.TryParseExact(text, "D", out _);
            default:
                wanted = "";
                return true;
        }
    }
}
