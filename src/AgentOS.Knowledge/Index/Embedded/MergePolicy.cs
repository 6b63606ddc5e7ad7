using AgentOS.Knowledge.Index.Embedded.Searching;

namespace AgentOS.Knowledge.Index.Embedded;

/// <summary>
/// Says which segments to join: each is to be larger than all smaller ones together, so that there are no more than the logarithm of the passages and each
/// passage is written no more often than that. Segments of which much has gone are written anew.
/// </summary>
internal static class MergePolicy
{
    private const double MostGone = .3;

    public static IReadOnlyList<LiveSegment> Choose(IReadOnlyList<LiveSegment> segments)
    {
        var bySize = segments.OrderByDescending(s => s.PassageCount).ToArray();
        var smaller = bySize.Sum(s => s.PassageCount);
        for (var i = 0; i + 1 < bySize.Length; i++)
        {
            smaller -= bySize[i].PassageCount;
            if (smaller >= bySize[i].PassageCount) return bySize[i..];
        }

        return [.. segments.Where(s => s.PassageCount < s.Segment.Facts.Passages * (1 - MostGone)).Take(1)];
    }
}
