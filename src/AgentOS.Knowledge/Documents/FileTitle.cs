using System.Text.RegularExpressions;

namespace AgentOS.Knowledge.Documents;

/// <summary>The title of a document that has none: its file's name as words.</summary>
internal static partial class FileTitle
{
    /// <summary><c>wholesale-prices.en.csv</c> is "Wholesale prices".</summary>
    public static string Of(string name)
    {
        var bare = Path.GetFileNameWithoutExtension(name);
        var words = Joints().Replace(LanguageMark().Replace(bare, ""), " ").Trim();
        return words.Length == 0 ? bare : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex(@"(?<=.)\.(en|ar)$", RegexOptions.IgnoreCase)]
    private static partial Regex LanguageMark();

    [GeneratedRegex("[-_\\s]+")]
    private static partial Regex Joints();
}
