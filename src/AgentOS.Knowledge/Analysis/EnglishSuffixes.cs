using System.Collections.Frozen;

namespace AgentOS.Knowledge.Analysis;

/// <summary>The tables of <see cref="EnglishStem"/>; within each the longer suffixes come before the shorter ones that end them.</summary>
internal static class EnglishSuffixes
{
    public static readonly string[] Prefixes = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    public static readonly string[] Past = ["ingly", "edly", "ing", "ed"];

    public static readonly (string Suffix, string By, Condition Condition)[] Derivations =
    [
        ("ational", "ate", default), ("fulness", "ful", default), ("iveness", "ive", default), ("ization", "ize", default), ("ousness", "ous", default),
        ("biliti", "ble", default), ("lessli", "less", default), ("tional", "tion", default), ("alism", "al", default), ("aliti", "al", default),
        ("ation", "ate", default), ("entli", "ent", default), ("fulli", "ful", default), ("iviti", "ive", default), ("ousli", "ous", default),
        ("ogist", "og", default), ("abli", "able", default), ("alli", "al", default), ("anci", "ance", default), ("ator", "ate", default), ("enci", "ence", default),
        ("izer", "ize", default), ("bli", "ble", default), ("ogi", "og", Condition.AfterL), ("li", "", Condition.AfterLi),
    ];

    public static readonly (string Suffix, string By, Condition Condition)[] Adjectives =
    [
        ("ational", "ate", default), ("tional", "tion", default), ("alize", "al", default), ("ative", "", Condition.InSecond), ("icate", "ic", default),
        ("iciti", "ic", default), ("ical", "ic", default), ("ness", "", default), ("ful", "", default),
    ];

    public static readonly string[] Dropped =
        ["ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous", "al", "er", "ic"];

    /// <summary>Words that are whole once they have lost a plural's s.</summary>
    public static readonly FrozenSet<string> Finished = FrozenSet.Create(StringComparer.Ordinal,
        "inning", "outing", "canning", "herring", "earring", "evening", "proceed", "exceed", "succeed");

    public static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What must hold besides that the suffix stands in the first region.</summary>
    public enum Condition
    {
        None,
        AfterL,
        AfterLi,
        InSecond,
    }
}
