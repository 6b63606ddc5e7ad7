using System.Security.Cryptography;
using System.Text;

namespace AgentOS.Postgres.Embedded;

/// <summary>The folders of a private server. A half-finished one is never taken for whole: it gets its name last.</summary>
internal sealed class Cluster
{
    /// <summary>A Unix socket's address holds about 104 bytes, its file's name included.</summary>
    private const int LongestSocketFolder = 80;
    private const string RootsHome = "/var/lib/agentos";

    private Cluster(string root) => Root = root;

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string Log => Path.Combine(Root, "server.log");

    /// <summary>Held alone by whoever starts or stops the server.</summary>
    public string Gate => Path.Combine(Root, "gate.lock");

    /// <summary>Shared by all who use the server.</summary>
    public string Use => Path.Combine(Root, "use.lock");

    public int? Major
    {
        get
        {
            var file = Path.Combine(Data, "PG_VERSION");
            return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), out var major) ? major : null;
        }
    }

    public int? Postmaster
    {
        get
        {
            var file = Path.Combine(Data, "postmaster.pid");
            return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), out var pid) ? pid : null;
        }
    }

    /// <summary>Where the socket is; the folder is private to the account.</summary>
    public string? Socket
    {
        get
        {
            var near = Path.Combine(Root, "socket");
            if (Encoding.UTF8.GetByteCount(near) <= LongestSocketFolder) return near;
            return File.Exists(SocketNote) && Directory.Exists(File.ReadAllText(SocketNote)) ? File.ReadAllText(SocketNote) : null;
        }
    }

    private string SocketNote => Path.Combine(Root, "socket-folder");

    public static async Task<Cluster> OpenAsync(string folder, Account account, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder);
        var root = account.Reaches(Path.GetDirectoryName(folder)!) ? folder : Path.Combine(RootsHome, Hash(folder));
        if (root != folder) Directory.CreateDirectory(RootsHome);
        Directory.CreateDirectory(Path.GetDirectoryName(root)!);
        if (!Directory.Exists(root)) await account.MakePrivateAsync(root, cancel);
        // Says whose data it is to somebody who finds it there.
        if (root != folder) await File.WriteAllTextAsync(Path.Combine(root, "origin"), folder + "\n", cancel);
        return new Cluster(root);
    }

    /// <summary>A folder for the socket of a server about to start.</summary>
    public async Task<string> PrepareSocketAsync(Account account, CancellationToken cancel)
    {
        if (Socket is { } known)
        {
            if (!Directory.Exists(known)) await account.MakePrivateAsync(known, cancel);
            return known;
        }

        var parent = Encoding.UTF8.GetByteCount(Path.GetTempPath()) <= LongestSocketFolder - 20 ? Path.GetTempPath() : "/tmp";
        var folder = Path.Combine(parent, "agentos-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5)));
        await account.MakePrivateAsync(folder, cancel);
        await File.WriteAllTextAsync(SocketNote, folder, cancel);
        return folder;
    }

    /// <summary>The last lines that the server wrote, to explain why it would not start.</summary>
    public string LogTail()
    {
        try
        {
            return File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(12)) : "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
