namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>What a segment is written from: a batch of documents or other segments. It is gone through several times, one kind of content at a time.</summary>
internal interface ISegmentSource
{
    int DocumentCount { get; }

    int PassageCount { get; }

    /// <summary>How many numbers a vector has; 0 where there are none.</summary>
    int Dimensions { get; }

    /// <summary>A document's facts; its first passage and first label are for the writer to set.</summary>
    DocumentRow Document(int document);

    IReadOnlyList<string> Labels(int document);

    ReadOnlySpan<byte> DocumentRecord(int document);

    string Language(int passage);

    int Length(int passage);

    /// <summary>Gives all terms in ordinal order with their passages. Only afterwards can <see cref="TermCode"/> be asked.</summary>
    void Terms(TermsWriter into);

    /// <summary>A passage's terms with the numbers they have in the new segment.</summary>
    ReadOnlySpan<byte> TermCode(int passage);

    ReadOnlySpan<byte> PassageRecord(int passage);

    /// <summary>A passage's vector, of length 1; empty where it has none.</summary>
    ReadOnlySpan<float> Vector(int passage);
}
