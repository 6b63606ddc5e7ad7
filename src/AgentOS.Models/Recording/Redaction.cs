using System.Text.RegularExpressions;

namespace AgentOS.Models.Recording;

/// <summary>Takes secrets out of what is recorded: those it is told of, and whatever looks like a key or a bearer token.</summary>
internal sealed partial class Redaction(IEnumerable<string> secrets)
{
    private const string Mark = "[redacted]";

    private readonly string[] known = [.. secrets.Where(secret => secret.Length >= 4).OrderByDescending(secret => secret.Length)];

    public string Clean(string text)
    {
        foreach (var secret in known)
            text = text.Replace(secret, Mark, StringComparison.Ordinal);
        return LooksSecret().Replace(text, Mark);
    }

    [GeneratedRegex(@"\b(?:sk|pk|rk|ghp|gho|xox[abp])[-_][A-Za-z0-9_\-]{16,}|(?<=\bBearer\s)[A-Za-z0-9._~+/\-]{16,}=*|\beyJ[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]{10,}\.[A-Za-z0-9_\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex LooksSecret();
}
