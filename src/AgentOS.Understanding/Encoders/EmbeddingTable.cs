using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>Rows of numbers, one for each word or run of letters, of which a step changes only those that were seen.</summary>
internal sealed class EmbeddingTable(int rows, int width)
{
    private readonly float[] values = new float[rows * width];
    private readonly List<int> touched = [];
    private float[] gradients = [];
    private int[] places = [];
    private Adam.Moments? moments;

    public int Width => width;

    public Span<float> Values => values;

    public ReadOnlySpan<float> Row(int row) => values.AsSpan(row * width, width);

    public void AddGradient(int row, ReadOnlySpan<float> gradient, float scale) => FixedOrder.AddScaled(gradient, scale, Gradient(row));

    /// <summary>The gradient of a row since the last step, zero at first.</summary>
    public Span<float> Gradient(int row)
    {
        if (places.Length == 0) places = new int[rows];
        var place = places[row] - 1;
        if (place < 0)
        {
            place = touched.Count;
            places[row] = place + 1;
            touched.Add(row);
            if (touched.Count * width > gradients.Length) Array.Resize(ref gradients, Math.Max(256 * width, gradients.Length * 2));
            gradients.AsSpan(place * width, width).Clear();
        }

        return gradients.AsSpan(place * width, width);
    }

    public void Step(Adam adam)
    {
        moments ??= new Adam.Moments(values.Length);
        for (var i = 0; i < touched.Count; i++)
        {
            places[touched[i]] = 0;
            adam.Move(moments, values, touched[i] * width, gradients, i * width, width);
        }

        touched.Clear();
    }

    /// <summary>Gives up what only training needs.</summary>
    public void Freeze() => (gradients, places, moments) = ([], [], null);
}
