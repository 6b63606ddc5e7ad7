using System.Text;
using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Tests.Documents;

/// <summary>Reads documents that a test writes.</summary>
internal static class Intake
{
    public static Task<IntakeDocument> ReadAsync(string name, string text) => ReadAsync(name, Encoding.UTF8.GetBytes(text));

    public static async Task<IntakeDocument> ReadAsync(string name, byte[] content, IntakeOptions? options = null) =>
        await new DocumentIntake(options ?? new IntakeOptions()).ReadAsync(new DocumentFile(name, name, () => new MemoryStream(content)), TestContext.Current.CancellationToken);

    public static async Task<UnreadableDocumentException> RefusedAsync(string name, byte[] content, IntakeOptions? options = null) =>
        await Assert.ThrowsAsync<UnreadableDocumentException>(() => ReadAsync(name, content, options));
}
