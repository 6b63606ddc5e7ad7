using System.Numerics.Tensors;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>A batch of documents that is to become a segment.</summary>
internal sealed class Draft : ISegmentSource
{
    private readonly List<DocumentInfo> documents = [];
    private readonly List<DocumentRow> facts = [];
    private readonly List<Passage> passages = [];
    private readonly List<int> lengths = [];
    private readonly List<float[]?> vectors = [];
    private readonly DraftTerms terms = new();

    /// <summary>Takes a document.</summary>
    /// <exception cref="ArgumentException">Its vectors are of another size than those before.</exception>
    public void Add(DocumentInfo document, IReadOnlyList<Passage> its, ITextAnalysis analysis, IReadOnlyDictionary<Guid, ReadOnlyMemory<float>> known)
    {
        documents.Add(document);
        facts.Add(new DocumentRow(
            document.Id,
            document.Owner ?? default,
            document.Owner is null ? 0 : 1,
            document.ValidFrom?.DayNumber ?? int.MinValue,
            document.ValidUntil?.DayNumber ?? int.MaxValue,
            0,
            its.Count,
            0,
            0));
        foreach (var passage in its)
        {
            analysis.Read(document, passage, terms);
            lengths.Add(terms.EndPassage());
            passages.Add(passage);
            vectors.Add(known.TryGetValue(passage.Id, out var vector) ? Unit(vector.Span) : null);
        }
    }

    public int DocumentCount => documents.Count;

    public int PassageCount => passages.Count;

    public int Dimensions { get; private set; }

    public DocumentRow Document(int document) => facts[document];

    public IReadOnlyList<string> Labels(int document) => documents[document].Labels;

    public ReadOnlySpan<byte> DocumentRecord(int document) => Records.Of(documents[document]);

    public string Language(int passage) => passages[passage].Language;

    public int Length(int passage) => lengths[passage];

    public void Terms(TermsWriter into) => terms.Write(into);

    public ReadOnlySpan<byte> TermCode(int passage) => terms.Code(passage);

    public ReadOnlySpan<byte> PassageRecord(int passage) => Records.Of(passages[passage]);

    public ReadOnlySpan<float> Vector(int passage) => vectors[passage];

    private float[]? Unit(ReadOnlySpan<float> vector)
    {
        if (vector.IsEmpty) return null;
        if (Dimensions == 0) Dimensions = vector.Length;
        if (vector.Length != Dimensions) throw new ArgumentException($"A vector has {vector.Length} numbers, the others have {Dimensions}.", nameof(vector));
        var unit = new float[vector.Length];
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length == 0) return null;
        TensorPrimitives.Divide(vector, length, unit);
        return unit;
    }
}
