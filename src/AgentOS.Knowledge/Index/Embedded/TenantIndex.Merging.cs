using AgentOS.Knowledge.Index.Embedded.Searching;
using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded;

internal sealed partial class TenantIndex
{
    /// <summary>Joins segments while the policy finds some to join; searches and changes go on meanwhile.</summary>
    private async Task MergeAsync()
    {
        try
        {
            while (!closing.IsCancellationRequested)
            {
                var held = Hold();
                try
                {
                    var chosen = held.Collections.Values.Select(c => MergePolicy.Choose(c.Segments)).FirstOrDefault(c => c.Count > 0);
                    if (chosen is null) return;
                    var merged = Write(new Merged([.. chosen.Select(s => (s.Segment, s.Gone))]), chosen[0].Segment.Entry.Collection, closing.Token);
                    await ReplaceAsync(chosen, merged);
                }
                finally
                {
                    held.LetGo();
                }
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // What is half done is swept away at the next start.
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or Files.CorruptIndexException)
        {
            NotMerged(logger, tenant, wrong);
        }
    }

    private async Task ReplaceAsync(IReadOnlyList<LiveSegment> chosen, Segment merged)
    {
        try
        {
            await writing.WaitAsync(closing.Token);
            try
            {
                var now = chosen.Select(c => view.Segments.FirstOrDefault(s => ReferenceEquals(s.Segment, c.Segment))).ToArray();
                var gone = chosen.Zip(now).SelectMany(pair => GoneSince(pair.First, pair.Second)).ToArray();
                var first = view.Segments.ToList().FindIndex(s => chosen.Any(c => ReferenceEquals(c.Segment, s.Segment)));
                var rest = view.Segments.Where(s => !chosen.Any(c => ReferenceEquals(c.Segment, s.Segment))).ToList();
                rest.Insert(Math.Clamp(first, 0, rest.Count), new LiveSegment(merged, []).Without(gone));
                Publish(view.Position, rest);
            }
            finally
            {
                writing.Release();
            }
        }
        catch
        {
            merged.IsRetired = true;
            throw;
        }
        finally
        {
            merged.LetGo();
        }
    }

    /// <summary>The documents of a segment that have gone since it was chosen; all of them where the segment itself has.</summary>
    private static List<Guid> GoneSince(LiveSegment then, LiveSegment? now)
    {
        var gone = new List<Guid>();
        var facts = then.Segment.Column<DocumentRow>(Section.Documents);
        for (var d = 0; d < facts.Length; d++)
            if (!Bits.IsSet(then.Gone, d) && (now is null || Bits.IsSet(now.Gone, d))) gone.Add(facts[d].Id);
        return gone;
    }
}
