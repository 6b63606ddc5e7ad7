using System.Runtime.InteropServices;
using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// What can be said of a token in one of few ways, whatever its word is: the classes of the lexicon and where in an entry it stands, the kinds of
/// values and where in them, whether it touches its neighbours, how near the ends are. Each such sign has a number. For one thread.
/// </summary>
internal sealed class SignFeatures
{
    /// <summary>How far from an end a token is still told apart from those farther.</summary>
    private const int Near = 4;

    private const int Glues = 4;
    private const int Places = 4;
    private const int Kinds = Glues * (Near + 1) * (Near + 1);
    private static readonly int Classes = Kinds + (Enum.GetValues<ValueKind>().Length * Places);
    private static readonly Reach Others = new(0b11011);
    private static readonly Lazy<ulong[]> Names = new(() => [.. Lexicon.Default.Classes.Select(c => Hash.Of(c, 9))]);
    private readonly List<LexiconMatch> matches = [];
    private readonly List<int> found = [];
    private readonly List<int> starts = [];

    /// <summary>How many signs there are.</summary>
    public static int Count => Classes + (Lexicon.Default.Classes.Count * Places);

    /// <summary>Looks for the signs of all tokens.</summary>
    public void Find(IReadOnlyList<Token> tokens)
    {
        matches.Clear();
        found.Clear();
        starts.Clear();
        Lexicon.Default.Match(tokens, matches);
        var values = ValueScanner.Scan(tokens, ValueContext.Fixed);
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            starts.Add(found.Count);
            var glue = (i > 0 && tokens[i - 1].End == tokens[i].Start ? 1 : 0) | (i + 1 < tokens.Count && tokens[i].End == tokens[i + 1].Start ? 2 : 0);
            found.Add(glue + (Glues * (Math.Min(i, Near) + ((Near + 1) * Math.Min(tokens.Count - i, Near)))));
            foreach (var value in values)
                if (value.Start <= i && i < value.End) found.Add(Kinds + ((int)value.Kind * Places) + Place(i, value.Start, value.End));
            while (first < matches.Count && matches[first].End <= i) first++;
            for (var m = first; m < matches.Count && matches[m].Start <= i; m++) found.Add(Classes + (matches[m].Class * Places) + Place(i, matches[m].Start, matches[m].End));
        }

        starts.Add(found.Count);
    }

    /// <summary>A token's signs.</summary>
    public ReadOnlySpan<int> At(int token) => CollectionsMarshal.AsSpan(found)[starts[token]..starts[token + 1]];

    /// <summary>Adds the features of a sign; a class' are also those of the classes that it belongs to.</summary>
    public static void Add(int anchor, int sign, FeatureBuffer to)
    {
        if (sign < Kinds)
        {
            var (start, end) = (sign / Glues % (Near + 1), sign / Glues / (Near + 1));
            to.Add(anchor, Hash.Join(20, (ulong)(sign % Glues)), Reach.Here);
            to.Add(anchor, Hash.Join(21, (ulong)start), Reach.Here);
            to.Add(anchor, Hash.Join(22, (ulong)end), Reach.Here);
            return;
        }

        if (sign < Classes)
        {
            to.Add(anchor, Hash.Join(23, (ulong)(sign - Kinds)), Reach.Here);
            return;
        }

        var place = (ulong)((sign - Classes) % Places);
        for (var c = (sign - Classes) / Places; c >= 0; c = Lexicon.Default.ParentOf(c))
        {
            to.Add(anchor, Hash.Join(70, Hash.Join(Names.Value[c], place)), Reach.Here);
            to.Add(anchor, Hash.Join(71, Names.Value[c]), Others);
        }
    }

    /// <summary>3 for all of something, 1 for its first token, 2 for its last, 0 for another.</summary>
    private static int Place(int token, int start, int end) => (token == start ? 1 : 0) | (token == end - 1 ? 2 : 0);
}
