using System.Globalization;

namespace AgentOS.Knowledge.Answers.Words;

/// <summary>What words mean, across both languages: words and short phrases of one meaning share its key.</summary>
internal sealed class Glossary
{
    private const int LongestPhrase = 4;
    private static readonly List<Entry> None = [];

    private readonly Dictionary<string, List<Entry>> byFirst = new(StringComparer.Ordinal);
    private readonly List<Meaning> meanings = [];
    private readonly HashSet<string> stop;

    private Glossary()
    {
        stop = [.. WordLists.Read<Dictionary<string, List<string>>>("stop-words.yaml").Values.SelectMany(words => words).SelectMany(word => Word.In(word)).Select(word => word.Folded)];
        foreach (var (kind, lines) in WordLists.Read<Dictionary<string, List<string>>>("glossary.yaml"))
            foreach (var line in lines) Add(line, kind == "light");
    }

    public static Glossary Instance { get; } = new();

    /// <summary>The keys of everything that a text says: stems, and what they mean.</summary>
    public HashSet<string> KeysOf(string text)
    {
        var words = Word.In(text);
        var keys = new HashSet<string>(words.Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (!stop.Contains(words[i].Folded)) keys.Add(words[i].Stem);
            if (words[i].WithoutParticle is { } bare) keys.Add(bare);
            foreach (var entry in At(words, i)) keys.Add(entry.Meaning.Key);
        }

        return keys;
    }

    /// <summary>What a question asks about, a longer phrase before its words.</summary>
    public List<Concept> ConceptsOf(string question)
    {
        var words = Word.In(question);
        var concepts = new List<Concept>();
        for (var i = 0; i < words.Count;)
        {
            var entries = At(words, i);
            var length = entries.Count == 0 ? 1 : entries.Max(e => e.Stems.Length);
            var found = entries.Where(e => e.Stems.Length == length).Select(e => e.Meaning).Distinct().ToList();
            if (length > 1 || !stop.Contains(words[i].Folded)) Add(concepts, Of(words, i, length, found));
            i += length;
        }

        return concepts;
    }

    private static void Add(List<Concept> concepts, Concept concept)
    {
        if (!concepts.Exists(c => c.Keys.SetEquals(concept.Keys))) concepts.Add(concept);
    }

    private Concept Of(List<Word> words, int at, int length, List<Meaning> found)
    {
        var word = words[at];
        var keys = new HashSet<string>(found.Select(m => m.Key), StringComparer.Ordinal);
        if (length == 1) keys.Add(word.Stem);
        if (length == 1 && found.Count == 0 && word.WithoutParticle is { } bare) keys.Add(bare);
        var text = string.Join(' ', words.Skip(at).Take(length).Select(w => w.Text));
        return new Concept(text, keys, found)
        {
            IsLight = found.Count > 0 && found.TrueForAll(m => m.IsLight),
            Words = length == 1 ? [] : [.. words.Skip(at).Take(length).Where(w => !stop.Contains(w.Folded)).Select(Alone)],
            IsName = found.Count == 0 && (word.IsCode && !char.IsAsciiDigit(word.Text[0]) || (at > 0 && char.IsAsciiLetterUpper(word.Text[0]))),
        };
    }

    private HashSet<string> Alone(Word word)
    {
        var keys = At([word], 0).Select(e => e.Meaning.Key).ToHashSet(StringComparer.Ordinal);
        keys.Add(word.Stem);
        return keys;
    }

    /// <summary>The entries that begin at a word. Where some are written just so, those whose stems alone fall together with it are left out: سعر is a price, and not a سعرة.</summary>
    private List<Entry> At(List<Word> words, int at)
    {
        if (!byFirst.TryGetValue(words[at].Stem, out var entries) && (words[at].WithoutParticle is not { } bare || !byFirst.TryGetValue(bare, out entries))) return None;
        var fitting = entries.FindAll(e => Fits(e.Stems, words, at, static word => word.Stem, from: 1));
        var exact = fitting.FindAll(e => Fits(e.Bares, words, at, static word => word.Bare, from: 0));
        return exact.Count == 0 ? fitting : fitting.FindAll(e => exact.Contains(e) || !exact.Exists(x => x.Stems.Length == e.Stems.Length));
    }

    private static bool Fits(string[] forms, List<Word> words, int at, Func<Word, string> form, int from)
    {
        if (forms.Length > words.Count - at) return false;
        for (var i = from; i < forms.Length; i++)
            if (form(words[at + i]) != forms[i]) return false;
        return true;
    }

    private void Add(string line, bool light)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var meaning = new Meaning(
            "#" + meanings.Count.ToString(CultureInfo.InvariantCulture), light,
            Forms(bar < 0 ? line : line[..bar]), bar < 0 ? [] : Forms(line[(bar + 1)..]));
        meanings.Add(meaning);
        foreach (var form in meaning.English.Concat(meaning.Arabic))
        {
            var words = Word.In(form);
            var stems = words.Select(w => w.Stem).ToArray();
            var bares = words.Select(w => w.Bare).ToArray();
            if (stems.Length is 0 or > LongestPhrase) throw new FormatException($"glossary.yaml: '{form}' has no words, or more than {LongestPhrase}.");
            if (!byFirst.TryGetValue(stems[0], out var entries)) byFirst[stems[0]] = entries = [];
            if (!entries.Exists(e => e.Meaning == meaning && e.Bares.AsSpan().SequenceEqual(bares))) entries.Add(new Entry(stems, bares, meaning));
        }
    }

    private static string[] Forms(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private sealed record Entry(string[] Stems, string[] Bares, Meaning Meaning);
}

/// <summary>A meaning and the words for it.</summary>
/// <param name="Key">Its key; no word has it.</param>
/// <param name="IsLight">Whether questions of every kind have it, so that it tells little.</param>
/// <param name="English">The words for it in English, the plainest first.</param>
/// <param name="Arabic">The words for it in Arabic, the plainest first.</param>
internal sealed record Meaning(string Key, bool IsLight, IReadOnlyList<string> English, IReadOnlyList<string> Arabic);

/// <summary>One thing that a question asks about.</summary>
/// <param name="Text">As asked.</param>
/// <param name="Keys">Any of them says it.</param>
/// <param name="Meanings">What it may mean; none when the word is not known.</param>
internal sealed record Concept(string Text, HashSet<string> Keys, IReadOnlyList<Meaning> Meanings)
{
    /// <summary>Whether it tells little.</summary>
    public bool IsLight { get; init; }

    /// <summary>Whether it is a name or a code, which an answer cannot do without.</summary>
    public bool IsName { get; init; }

    /// <summary>Of a phrase, the keys of each of its words; empty for a word.</summary>
    public IReadOnlyList<HashSet<string>> Words { get; init; } = [];

    /// <summary>Whether a text says it: in these words, in others of the same meaning, or with all of a phrase's words.</summary>
    public bool IsIn(HashSet<string> keys) => Keys.Overlaps(keys) || (Words.Count > 1 && Words.All(keys.Overlaps));
}
