namespace AgentOS.Understanding.Values;

/// <summary>What the number words read so far come to.</summary>
internal struct NumberSum
{
    private decimal total;
    private decimal current;
    private bool hasFraction;

    public bool Any { get; private set; }

    /// <summary>The multiplier that was read last, otherwise 1: what "and a half" is a half of.</summary>
    public decimal Scale { get; private set; }

    public readonly decimal Value => total + current;

    public readonly bool IsTens => current % 100 is >= 20 && current % 10 == 0;

    public void Add(decimal part)
    {
        (current, Any, Scale) = (current + part, true, 1);
    }

    public void AddFraction(decimal part)
    {
        if (Scale >= 1000) total += part * Scale;
        else current += part * Math.Max(Scale, 1);
        (Any, hasFraction) = (true, true);
    }

    public void Multiply(decimal by)
    {
        var one = current == 0 && (!Any || total == 0) ? 1 : current;
        if (by >= 1000) (total, current) = (total + (one * by), 0);
        else current = (current == 0 ? 1 : current) * by;
        (Any, Scale, hasFraction) = (true, by, false);
    }

    /// <summary>Whether another part belongs to the same number.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isArabicAnd">Whether it follows an Arabic "and", which joins units to tens and thousands to hundreds: خمسة وعشرين, ألفين وخمسمية.</param>
    /// <param name="isTeen">Whether it is the ten of خمسة عشر.</param>
    public readonly bool GoesOn(decimal part, bool isArabicAnd, bool isTeen)
    {
        if (hasFraction) return false;
        if (isTeen && current % 100 is > 0 and < 10) return true;
        if (part < 10 && current >= 20 && current % 10 == 0 || part < 100 && current >= 100 && current % 100 == 0 || current == 0) return true;
        return isArabicAnd && (current < 10 && part is >= 20 and < 100 || current >= 1000 && part < 1000 || current % 100 is > 0 and < 10 && part is >= 20 and < 100);
    }
}
