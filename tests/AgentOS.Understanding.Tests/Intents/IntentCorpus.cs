using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.Tests.Intents;

/// <summary>A few requests of a shop, in English and Arabic, and a few that no shop can help with.</summary>
internal static class IntentCorpus
{
    public static IReadOnlyList<LabelledUtterance> Requests { get; } =
    [
        .. Of("order", "order three bags of coffee", "i want to buy two cups", "please order more beans", "buy five boxes of filters", "place an order for milk", "can you order sugar", "اطلب ثلاث اكياس قهوة", "ابغى اشتري كوبين", "اطلب لي سكر"),
        .. Of("track", "where is my order", "track my parcel", "when will the delivery arrive", "has my package shipped yet", "is the delivery on its way", "how far is my parcel", "وين طلبي", "متى يوصل الطلب", "تتبع الشحنة"),
        .. Of("refund", "i want my money back", "refund this purchase", "can i get a refund", "please return my payment", "give me back what i paid", "how do i get refunded", "ابغى استرجع فلوسي", "رجع لي المبلغ", "كيف استرد المبلغ"),
        .. Of("hours", "when do you open", "what are your opening hours", "are you open on friday", "until what time is the shop open", "when does the store close", "do you open at night", "متى تفتحون", "الى متى المحل فاتح", "متى يقفل المحل"),
    ];

    public static IReadOnlyList<LabelledUtterance> Outside { get; } =
    [
        .. Of(null, "who won the football match", "what is the capital of peru", "sing me a song", "how tall is the moon", "tell me about dinosaurs", "is it going to rain tomorrow", "what does a lawyer earn", "write a poem on love", "why do cats purr", "who painted this picture", "how many planets are there", "translate horse into french"),
    ];

    public static IReadOnlyList<LabelledUtterance> Unseen { get; } =
    [
        new("could you order four cups of coffee", "order", []), new("where has my parcel gone", "track", []), new("please refund what i paid", "refund", []),
        new("at what time do you close", "hours", []), new("ابغى اطلب قهوة", "order", []), new("وين الشحنة", "track", []), new("استرجع المبلغ", "refund", []), new("متى تقفلون", "hours", []),
    ];

    private static IEnumerable<LabelledUtterance> Of(string? intent, params string[] texts) => texts.Select(t => new LabelledUtterance(t, intent, []));
}
