namespace AgentOS.Understanding.Values;

/// <summary>Words that put a day or a period before now, at it or after it: last, this, next; and in Arabic after the noun: الماضي, اللي فات, الجاي.</summary>
internal static class Direction
{
    private static readonly Dictionary<string, int> English = WordTable.Wholes("next 1 coming 1 upcoming 1 following 1 last -1 past -1 previous -1 prior -1 this 0 current 0");

    private static readonly Dictionary<string, int> ArabicBefore = WordTable.Wholes("هذا 0 هذه 0 هذي 0 هاذا 0 هاذي 0 ذا 0 هال 0");

    private static readonly Dictionary<string, int> ArabicAfter = WordTable.Wholes(
        "الجاي 1 الجايه 1 الجي 1 الياي 1 اليايه 1 القادم 1 القادمه 1 المقبل 1 المقبله 1 التالي 1 الجايين 1 " +
        "الماضي -1 الماضيه -1 الفايت -1 الفايته -1 الفائت -1 الفائته -1 السابق -1 السابقه -1 المنصرم -1 المنصرمه -1 الاخير -1 الاخيره -1 الماضيين -1 " +
        "هذا 0 هذي 0 هذه 0 الحالي 0 الحاليه 0");

    private static readonly Dictionary<string, int> AfterWhich = WordTable.Wholes("فات -1 فاتت -1 فاتو -1 راح -1 راحت -1 طاف -1 طافت -1 مضي -1 مضت -1 مر -1 قبل -1 قبله -1 جاي 1 جايه 1 ياي 1 يايه 1 يجي 1 بعد 1 بعده 1");

    /// <summary>A direction before the noun.</summary>
    public static bool Before(ref Cursor reader, out int shift) => reader.Take(English, out shift) || reader.Take(ArabicBefore, out shift);

    /// <summary>A direction after an Arabic noun.</summary>
    public static bool After(ref Cursor reader, out int shift)
    {
        shift = 0;
        var at = reader.At;
        if (reader.Take("اللي") || reader.Take("الي") || reader.Take("الذي") || reader.Take("التي")) return reader.Take(AfterWhich, out shift) || !reader.Return(at);
        return reader.Take(ArabicAfter, out shift);
    }
}
