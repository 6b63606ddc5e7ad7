using AgentOS.Knowledge.Index.Embedded.Files;
using AgentOS.Knowledge.Index.Embedded.Searching;
using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded;

internal sealed partial class TenantIndex
{
    /// <summary>How often another process may join segments while they are being opened here.</summary>
    private const int Attempts = 5;

    private View Open()
    {
        for (var attempt = 1; ; attempt++)
        {
            var opened = new List<LiveSegment>();
            try
            {
                if (!File.Exists(folder.FirstManifestPath)) return new View(0, []);
                var manifest = Manifest.Read(folder.FirstManifestPath);
                next = manifest.Next;
                if (manifest.Fingerprint != fingerprint)
                {
                    Outdated(logger, tenant, manifest.Fingerprint);
                    return Anew();
                }

                foreach (var entry in manifest.Segments) opened.Add(new LiveSegment(Segment.Checked(folder, entry), entry.Gone));
                return new View(manifest.Position, opened);
            }
            catch (Exception wrong) when (wrong is CorruptIndexException or IOException or UnauthorizedAccessException)
            {
                if (!folder.IsOwned && wrong is FileNotFoundException && attempt < Attempts) continue;
                Rebuild(logger, tenant, wrong);
                return Anew();
            }
            finally
            {
                foreach (var live in opened) live.Segment.LetGo();
            }
        }
    }

    private View Anew()
    {
        if (folder.IsOwned) File.Delete(folder.ManifestPath);
        return new View(0, []);
    }
}
