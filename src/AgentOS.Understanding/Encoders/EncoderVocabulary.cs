using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>The words and runs of letters that an encoder has embeddings of. What was seen once has none, so that it is learnt what to make of unknown words.</summary>
internal sealed class EncoderVocabulary
{
    private const int LeastCount = 2;
    private readonly Dictionary<string, EncodedWord> words = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> pieces = [];
    private readonly List<string> known = [];
    private readonly List<ulong> runs = [];
    private readonly int shortest;
    private readonly int longest;

    private EncoderVocabulary(int shortest, int longest)
    {
        this.shortest = shortest;
        this.longest = longest;
    }

    /// <summary>Rows of word embeddings, with that of unknown words.</summary>
    public int Words => known.Count + 1;

    public int Pieces => runs.Count;

    public static EncoderVocabulary Of(IEnumerable<IReadOnlyList<Token>> utterances, EncoderSettings settings)
    {
        var vocabulary = new EncoderVocabulary(settings.ShortestPiece, settings.LongestPiece);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var forms = new List<string>();
        foreach (var token in utterances.SelectMany(tokens => tokens))
        {
            var form = Form(token);
            if (counts.TryAdd(form, 1)) forms.Add(form);
            else counts[form]++;
        }

        vocabulary.AddPieces(forms);
        foreach (var form in forms)
        {
            if (counts[form] >= LeastCount) vocabulary.known.Add(form);
            vocabulary.words[form] = new EncodedWord(counts[form] >= LeastCount ? vocabulary.known.Count : 0, counts[form], vocabulary.PiecesOf(form));
        }

        return vocabulary;
    }

    public EncodedWord Encode(in Token token)
    {
        var form = Form(token);
        return words.TryGetValue(form, out var word) ? word : new EncodedWord(0, 0, PiecesOf(form));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)shortest);
        writer.Write((byte)longest);
        writer.Write(runs.Count);
        foreach (var run in runs) writer.Write(run);
        writer.Write(known.Count);
        foreach (var form in known) writer.Write(form);
    }

    public static EncoderVocabulary Read(BinaryReader reader)
    {
        var vocabulary = new EncoderVocabulary(reader.ReadByte(), reader.ReadByte());
        for (var left = reader.ReadInt32(); left > 0; left--) vocabulary.AddPiece(reader.ReadUInt64());
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var form = reader.ReadString();
            vocabulary.known.Add(form);
            vocabulary.words[form] = new EncodedWord(vocabulary.known.Count, LeastCount, vocabulary.PiecesOf(form));
        }

        return vocabulary;
    }

    private void AddPieces(List<string> forms)
    {
        var counts = new Dictionary<ulong, int>();
        var found = new List<ulong>();
        var order = new List<ulong>();
        foreach (var form in forms)
        {
            found.Clear();
            Runs(form, found);
            foreach (var run in found)
            {
                if (counts.TryAdd(run, 1)) order.Add(run);
                else counts[run]++;
            }
        }

        foreach (var run in order)
            if (counts[run] >= LeastCount) AddPiece(run);
    }

    private void AddPiece(ulong run)
    {
        pieces.Add(run, runs.Count);
        runs.Add(run);
    }

    private int[] PiecesOf(string form)
    {
        var found = new List<ulong>(24);
        Runs(form, found);
        var rows = new List<int>(found.Count);
        foreach (var run in found)
            if (pieces.TryGetValue(run, out var row)) rows.Add(row);
        return [.. rows];
    }

    /// <summary>Runs of letters of the word between its edges, which are marked.</summary>
    private void Runs(string form, List<ulong> into)
    {
        var text = $"<{form}>";
        for (var length = shortest; length <= longest; length++)
            for (var start = 0; start + length <= text.Length; start++)
                into.Add(Hash.Of(text.AsSpan(start, length)));
    }

    /// <summary>The folded word; of a longer number or code only how many digits it has and where.</summary>
    private static string Form(in Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Code && token.Norm.Length > 2 ? string.Create(token.Norm.Length, token.Norm, Masked) : token.Norm;

    private static void Masked(Span<char> form, string norm)
    {
        for (var i = 0; i < form.Length; i++) form[i] = char.IsAsciiDigit(norm[i]) ? '0' : norm[i];
    }
}
