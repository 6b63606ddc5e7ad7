namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>The parts of a segment's file. Columns have one value for each term, passage or document, in the order of their numbers.</summary>
internal enum Section
{
    /// <summary>One <see cref="SegmentFacts"/>.</summary>
    Facts,

    /// <summary>Where each term's characters begin (int), one more at the end.</summary>
    TermStarts,

    /// <summary>The terms' characters (UTF-16), terms in ordinal order.</summary>
    TermCharacters,

    /// <summary>A 64-bit hash of each term, by which terms of several segments are told apart.</summary>
    TermKeys,

    /// <summary>In how many passages each term stands (int).</summary>
    TermFrequencies,

    /// <summary>Where each term's entries begin (int), one more at the end.</summary>
    TermEntries,

    /// <summary>One <see cref="PostingEntry"/> for each term and each 65,536 passages it stands in.</summary>
    Entries,

    /// <summary>For each entry the passages' low 16 bits, then how often the term stands in each (byte).</summary>
    Postings,

    /// <summary>How many terms each passage has (int).</summary>
    Lengths,

    /// <summary>Where each passage's <see cref="TermCode"/> begins (long), one more at the end.</summary>
    TermCodeStarts,

    /// <summary>Each passage's terms in the order of reading.</summary>
    TermCodes,

    /// <summary>Each passage's document (int).</summary>
    PassageDocuments,

    /// <summary>Each passage's language (int, number of a word).</summary>
    PassageLanguages,

    /// <summary>Where each passage's record begins (long), one more at the end.</summary>
    PassageRecordStarts,

    /// <summary>Each passage as a <see cref="Records">record</see>.</summary>
    PassageRecords,

    /// <summary>One <see cref="DocumentRow"/> for each document.</summary>
    Documents,

    /// <summary>The documents' numbers in the order of their ids (int).</summary>
    DocumentOrder,

    /// <summary>The documents' labels (int, numbers of words).</summary>
    Labels,

    /// <summary>Where each document's record begins (long), one more at the end.</summary>
    DocumentRecordStarts,

    /// <summary>Each document as a <see cref="Records">record</see>.</summary>
    DocumentRecords,

    /// <summary>Labels and languages: UTF-8, each ended by a zero byte.</summary>
    Words,

    /// <summary>Each passage's row among the vectors (int), -1 where it has none.</summary>
    VectorRows,

    /// <summary>The passage of each row (int).</summary>
    RowPassages,

    /// <summary>The rows (float), each of length 1.</summary>
    Vectors,

    /// <summary>The signs of each row's numbers as bits (ulong).</summary>
    Signs,

    /// <summary>How many there are.</summary>
    Count,
}
