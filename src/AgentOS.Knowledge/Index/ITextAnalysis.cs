namespace AgentOS.Knowledge.Index;

/// <summary>Turns passages and questions into terms; both in the same way, so that they meet.</summary>
internal interface ITextAnalysis
{
    /// <summary>Changes whenever the same text would give other terms: an index made with another one is made anew.</summary>
    string Fingerprint { get; }

    /// <summary>Reads a passage's terms in the order of reading.</summary>
    void Read(DocumentInfo document, Passage passage, ITermSink into);

    /// <summary>Reads a question's terms. Each of its words gives its own term first, whether the vocabulary has it or not, then those that may stand for it.</summary>
    AnalysedQuestion Ask(string question, IVocabulary vocabulary);
}

/// <summary>Takes a passage's terms.</summary>
internal interface ITermSink
{
    /// <summary>Takes the next term.</summary>
    /// <param name="term">The term as it is looked up.</param>
    /// <param name="marks">Where it stands.</param>
    void Add(ReadOnlySpan<char> term, TermMarks marks);
}

/// <summary>Where a term stands in its passage.</summary>
[Flags]
internal enum TermMarks : byte
{
    /// <summary>In the passage's text.</summary>
    None = 0,

    /// <summary>In the document's title.</summary>
    Title = 1,

    /// <summary>In the headings.</summary>
    Heading = 2,

    /// <summary>It is the first of a sentence, row or list item.</summary>
    StartsSentence = 4,

    /// <summary>It stands in the same place as the term before it, as another reading of the same word.</summary>
    SamePlace = 8,
}
