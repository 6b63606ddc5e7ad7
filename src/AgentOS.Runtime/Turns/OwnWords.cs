using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentOS.Runtime.Loop;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>
/// Tells which arguments of a call the person said in so many words. What others wrote may never choose a recipient, a price or an address, so
/// where it has been read, the rest is shown to the person first. It is code and no model that decides, because it is authority.
/// </summary>
internal static class OwnWords
{
    /// <summary>What to ask about before a model's write in a conversation in which what others wrote was read.</summary>
    /// <param name="arguments">The call's arguments.</param>
    /// <param name="messages">The conversation so far.</param>
    /// <param name="justRead">Whether it was read in this very turn: then the call may be theirs even where every word of it was said.</param>
    /// <returns>The arguments that the person's latest message does not hold, as <c>name: value</c>; <see langword="null"/> when nothing need be asked.</returns>
    /// <remarks>Pointing words ("it", "#2") count as said only where they were said.</remarks>
    public static IReadOnlyList<string>? Unsaid(IDictionary<string, object?>? arguments, IReadOnlyList<ChatMessage> messages, bool justRead)
    {
        var said = Plain(messages.LastOrDefault(m => m.Role == ChatRole.User)?.Text ?? "");
        var all = Leaves("", CanonicalJson.ToElement(arguments)).ToList();
        var unsaid = all.Where(a => Plain(a.Value) is var words && (words.Length < 3 || !said.Contains(words, StringComparison.Ordinal))).Select(a => $"{a.Name}: {a.Value}").ToList();
        return unsaid.Count == 0 && all.Count > 0 && !justRead ? null : unsaid;
    }

    private static IEnumerable<(string Name, string Value)> Leaves(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Leaves(name.Length == 0 ? p.Name : $"{name}.{p.Name}", p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Leaves(name, item)),
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.String => [(name, json.GetString()!)],
        _ => [(name, json.GetRawText())],
    };

    /// <summary>Words alone, in one case and spelling, each between spaces; thousands are written together.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ", text.Length + 2);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c == '\u0640') continue;
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (digit >= 0) plain.Append((char)('0' + digit));
            else if (char.IsLetter(c) || c is '@' or '.' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])) plain.Append(c is 'أ' or 'إ' or 'آ' ? 'ا' : char.ToLowerInvariant(c));
            else if (c is ',' or '٬' && i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])) continue;
            else if (plain[^1] != ' ') plain.Append(' ');
        }

        if (plain[^1] != ' ') plain.Append(' ');
        return plain.ToString();
    }
}
