namespace AgentOS.Knowledge.Answers;

/// <summary>A found passage and what it says.</summary>
internal sealed class ReadPassage(FoundPassage found, PassageReading reading)
{
    public Passage Passage => found.Passage;

    public DocumentInfo Document => found.Document;

    public PassageReading Reading => reading;
}
