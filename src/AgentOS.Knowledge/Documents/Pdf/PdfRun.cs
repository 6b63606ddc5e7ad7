namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>Text drawn in one font on one line of a page.</summary>
/// <param name="Text">The text.</param>
/// <param name="Top">Where it begins, in points from the page's top.</param>
/// <param name="Left">Where it begins, in points from the page's left side.</param>
/// <param name="Width">Its width in points.</param>
/// <param name="Height">Its height in points.</param>
/// <param name="Size">The font's size.</param>
/// <param name="Bold">Whether it is bold.</param>
internal readonly record struct PdfRun(string Text, double Top, double Left, double Width, double Height, double Size, bool Bold)
{
    public double Right => Left + Width;

    public double Middle => Top + (Height / 2);
}

/// <summary>A page.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Runs">Its text in the order in which it is drawn.</param>
internal sealed record PdfPage(int Number, IReadOnlyList<PdfRun> Runs);
