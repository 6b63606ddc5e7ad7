using AgentOS.Knowledge;

namespace AgentOS.Domain.Knowledge;

/// <summary>A part of a document that is found and quoted as one: see <see cref="Passage"/>.</summary>
public sealed class KnowledgePassage : Entity
{
    private KnowledgePassage()
    {
    }

    internal KnowledgePassage(Guid document, int number, IntakePassage read) =>
        (DocumentId, Number, Text, Headings, Place, Language) = (document, number, read.Text, [.. read.Headings], read.Place, read.Language);

    /// <summary>The document.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Its place among the document's passages, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text as written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The headings it stands under, outermost first.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>Where it stands in the source, for people.</summary>
    public string Place { get; private set; } = "";

    /// <summary><c>en</c> or <c>ar</c>.</summary>
    public string Language { get; private set; } = "";
}
