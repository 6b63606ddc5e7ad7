using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Search.Knowledge;

/// <summary>Opens a passage that was cited.</summary>
[Tool("knowledge.open", Effect.Read), Route("GET /api/v1/knowledge/passages/{passage}"), Permission("knowledge:read"), QuotesOthers]
[Description("Opens a passage that an answer has cited, with what stands before and after it in the document. Refer to it by its number in the answer (#2) or as 'it'.")]
public sealed class OpenPassage(Database db) : ITool<OpenPassage.Input, PassageView>
{
    /// <summary>Which one.</summary>
    public sealed record Input([Description("The citation: #1, #2, 'it' or the passage's id")] Ref<KnowledgePassage> Passage);

    /// <inheritdoc/>
    public async ValueTask<PassageView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var passage = await db.FindAsync(input.Passage, cancel);
        var document = await db.Set<KnowledgeDocument>().AsNoTracking().Visible(context).SingleOrDefaultAsync(d => d.Id == passage.DocumentId, cancel)
            ?? throw new ToolException("not_found", $"There is no passage '{input.Passage.Text}'.");
        var around = await db.Set<KnowledgePassage>().AsNoTracking()
            .Where(p => p.DocumentId == document.Id && (p.Number == passage.Number - 1 || p.Number == passage.Number + 1)).ToListAsync(cancel);
        return new PassageView(
            passage.Id, document.Id, Origins.Of(document.Title, passage.Headings), PlaceView.Of(passage.Place),
            around.Find(p => p.Number < passage.Number)?.Text, passage.Text, around.Find(p => p.Number > passage.Number)?.Text);
    }
}
