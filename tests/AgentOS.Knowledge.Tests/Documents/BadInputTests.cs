using AgentOS.Knowledge.Documents;

namespace AgentOS.Knowledge.Tests.Documents;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.md")]
    [InlineData("a.html")]
    [InlineData("a.csv")]
    [InlineData("a.pdf")]
    [InlineData("a.docx")]
    public async Task Read_EmptyFile_IsEmpty(string name) => Assert.Equal("empty", (await Intake.RefusedAsync(name, [])).Code);

    [Theory]
    [InlineData("a.txt", " \n\n ")]
    [InlineData("a.md", "---\ntitle: x\n---\n")]
    [InlineData("a.html", "<html><body><script>1</script></body></html>")]
    [InlineData("a.csv", ",,\n,,\n")]
    public async Task Read_NothingWritten_IsEmpty(string name, string text) => Assert.Equal("empty", (await Intake.RefusedAsync(name, System.Text.Encoding.UTF8.GetBytes(text))).Code);

    [Fact]
    public async Task Read_UnknownEnding_NamesThoseThatAreKnown()
    {
        var refused = await Intake.RefusedAsync("a.xyz", "text"u8.ToArray());
        Assert.Equal("unknown_kind", refused.Code);
        Assert.Contains(".docx", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Picture_NeedsTextFirst() => Assert.Equal("needs_ocr", (await Intake.RefusedAsync("a.pdf", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0])).Code);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_FiveHundredMegabytesOfOneLine_AreRefusedCheaply(bool lengthKnown)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var intake = new DocumentIntake(new IntakeOptions());
        var file = new DocumentFile("line.txt", "line.txt", () => new OneLine(500L << 20, lengthKnown));
        var refused = await Assert.ThrowsAsync<UnreadableDocumentException>(async () => await intake.ReadAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal("too_large", refused.Code);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 400L << 20);
    }

    [Fact]
    public async Task Read_LongSingleLine_IsCutBetweenWords()
    {
        var line = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"word{i}"));
        var read = await Intake.ReadAsync("line.txt", line);
        Assert.Equal(line, string.Join(' ', read.Passages.Select(p => p.Text)));
        Assert.All(read.Passages, p => Assert.InRange(p.Text.Length, 1, 6000));
    }

    [Fact]
    public async Task Read_LongSingleWord_IsCutAsWell()
    {
        var read = await Intake.ReadAsync("line.txt", new string('a', 100_000));
        Assert.Equal(100_000, read.Passages.Sum(p => p.Text.Length));
    }

    /// <summary>A line without end, as far as a file can be one.</summary>
    private sealed class OneLine(long length, bool lengthKnown) : Stream
    {
        private long position;

        public override bool CanRead => true;

        public override bool CanSeek => lengthKnown;

        public override bool CanWrite => false;

        public override long Length => lengthKnown ? length : throw new NotSupportedException();

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - position);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            position += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
