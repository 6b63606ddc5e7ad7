namespace AgentOS.Knowledge.Tests.Index;

/// <summary>What three tenants have written down: a roastery in both languages, a bakery whose documents are much like it, and a museum.</summary>
internal static class Shelves
{
    public static readonly Guid Huda = Shelf.IdOf("user Huda"), Omar = Shelf.IdOf("user Omar");

    public static Shelf Roastery() => new Shelf("roastery")
        .Add("returns-en", "Returns policy", "en",
        [
            "Period: Unopened bags of coffee can be returned within fourteen days of delivery.",
            "Machines: A grinder or an espresso machine is taken back within thirty days when its seal is unbroken.",
            "Refunds: The money is refunded to the card within five working days after the warehouse has inspected the goods.",
            "Exceptions: Opened bags and gift cards cannot be returned.",
        ], d => d with { Labels = ["policy", "public"] })
        .Add("returns-ar", "سياسة الإرجاع", "ar",
        [
            "المدة: يمكن إرجاع أكياس القهوة غير المفتوحة خلال أربعة عشر يوما من التوصيل.",
            "الأجهزة: تقبل المطحنة أو ماكينة الإسبريسو خلال ثلاثين يوما إذا كان الختم سليما.",
            "الاسترداد: يعاد المبلغ إلى البطاقة خلال خمسة أيام عمل بعد فحص البضاعة في المستودع.",
            "الاستثناءات: بطاقات الهدايا والأكياس المفتوحة لا تسترجع.",
        ], d => d with { Labels = ["policy", "public"] })
        .Add("prices-2025", "Price list 2025", "en",
        [
            "Beans: | Product | Code | Price | \n| Espresso Blend 1 kg | ESP-1KG | 84.00 SAR |\n| Yirgacheffe 250 g | YIR-250 | 49.00 SAR |",
            "Machines: | Product | Code | Price |\n| Coffee Grinder | GRD-100 | 1,350.00 SAR |",
        ], d => d with { Labels = ["prices"], ValidFrom = new DateOnly(2025, 1, 1), ValidUntil = new DateOnly(2025, 12, 31) })
        .Add("prices-2026", "Price list 2026", "en",
        [
            "Beans: | Product | Code | Price |\n| Espresso Blend 1 kg | ESP-1KG | 92.00 SAR |\n| Yirgacheffe 250 g | YIR-250 | 55.00 SAR |",
            "Machines: | Product | Code | Price |\n| Coffee Grinder | GRD-100 | 1,450.00 SAR |",
        ], d => d with { Labels = ["prices"], ValidFrom = new DateOnly(2026, 1, 1) })
        .Add("prices-ar", "قائمة الأسعار", "ar",
        [
            "الحبوب: | الصنف | الرمز | السعر |\n| خلطة الإسبريسو كيلو | ESP-1KG | 92 ريال |\n| يرغاشيفي | YIR-250 | 55 ريال |",
            "الأجهزة: | الصنف | الرمز | السعر |\n| مطحنة القهوة | GRD-100 | 1450 ريال |",
        ], d => d with { Labels = ["prices"], ValidFrom = new DateOnly(2026, 1, 1) })
        .Add("shipping-en", "Shipping", "en",
        [
            "Riyadh: Orders placed before noon reach addresses in Riyadh on the same evening.",
            "Jeddah: Parcels to Jeddah and Makkah travel by road and take two days.",
            "Abroad: We ship to Bahrain and Kuwait; customs duties are borne by the recipient.",
            "Cost: Delivery is free above 200 SAR, otherwise it costs 25 SAR.",
        ], d => d with { Labels = ["policy", "public"] })
        .Add("shipping-ar", "الشحن", "ar",
        [
            "الرياض: الطلبات قبل الظهر تصل إلى عناوين الرياض في المساء نفسه.",
            "جدة: الطرود إلى جدة ومكة تنقل برا وتستغرق يومين.",
            "الخارج: نشحن إلى البحرين والكويت ويتحمل المستلم الرسوم الجمركية.",
            "التكلفة: التوصيل مجاني فوق 200 ريال وإلا فتكلفته 25 ريالا.",
        ], d => d with { Labels = ["policy", "public"] })
        .Add("manual-grinder", "Grinder manual", "en",
        [
            "Cleaning: Unplug the grinder, lift the hopper and brush the burrs every week.",
            "Calibration: Turn the collar clockwise for a finer grind; one notch is ten microns.",
            "Faults: When error E42 blinks the motor has overheated; let it rest for twenty minutes.",
            "Warranty: The motor is guaranteed for three years, the burrs for one.",
        ], d => d with { Labels = ["manual"] })
        .Add("manual-ar", "دليل المطحنة", "ar",
        [
            "التنظيف: افصل المطحنة وارفع القادوس ونظف السكاكين كل أسبوع.",
            "الأعطال: إذا ظهر الرمز E42 فقد سخن المحرك فاتركه عشرين دقيقة.",
            "الضمان: المحرك مضمون ثلاث سنوات والسكاكين سنة واحدة.",
        ], d => d with { Labels = ["manual"] })
        .Add("staff", "Staff handbook", "en",
        [
            "Leave: Every employee has thirty days of annual leave after the first year.",
            "Overtime: Overtime is paid at one and a half times the hourly wage.",
            "Dress: Baristas wear the green apron and closed shoes.",
            "Ramadan: During Ramadan the working day is six hours.",
        ], d => d with { Labels = ["internal", "odd \"label\" / ../*?"] })
        .Add("huda-notes", "What Huda said", "en",
        [
            "Earlier: Huda takes her flat white with oat milk and calls the Jeddah branch the seaside shop.",
        ], d => d with { Collection = KnowledgeCollections.Conversations, Owner = Huda })
        .Add("omar-notes", "What Omar said", "en",
        [
            "Earlier: Omar takes his flat white without milk and his locker code is 7731.",
        ], d => d with { Collection = KnowledgeCollections.Conversations, Owner = Omar })
        .Add("huda-draft", "Huda's draft", "en",
        [
            "Plan: The seaside shop should open at dawn and sell date pastries.",
        ], d => d with { Owner = Huda, Labels = ["policy"] });

    public static Shelf Bakery() => new Shelf("bakery")
        .Add("returns-en", "Returns policy", "en",
        [
            "Period: Bread cannot be returned; tins of cookies can be returned within three days of delivery.",
            "Refunds: Refunds are paid in vouchers by the cashier.",
        ], d => d with { Labels = ["policy", "public"] })
        .Add("prices", "Price list", "en",
        [
            "Bread: | Product | Code | Price |\n| Sourdough loaf | SOU-1 | 18.00 SAR |\n| Croissant | CRO-1 | 9.00 SAR |",
            "Cakes: | Product | Code | Price |\n| Date cake | DAT-9 | 75.00 SAR |",
        ], d => d with { Labels = ["prices"] })
        .Add("oven", "Oven manual", "en",
        [
            "Cleaning: Let the oven cool and wipe the door with vinegar.",
            "Faults: When error E42 blinks the steam valve is stuck; call Fahad on extension 19.",
        ], d => d with { Labels = ["manual"] })
        .Add("recipes-ar", "وصفات", "ar",
        [
            "المعمول: يعجن المعمول بالسمن ويحشى بالتمر ويخبز ربع ساعة.",
            "الخبز: يخمر العجين ليلة كاملة في الثلاجة.",
        ], d => d with { Labels = ["internal"] })
        .Add("safe", "The safe", "en",
        [
            "Code: The safe of the bakery opens with the zebra combination.",
        ], d => d with { Labels = ["secret"], Owner = Omar });

    public static Shelf Museum() => new Shelf("museum")
        .Add("tours", "Guided tours", "en",
        [
            "Times: Guided tours start at ten and at four, except on Fridays.",
            "Groups: Groups of more than twelve visitors book a week ahead.",
        ], d => d with { Labels = ["public"] })
        .Add("tours-ar", "الجولات", "ar",
        [
            "المواعيد: تبدأ الجولات في العاشرة والرابعة عدا يوم الجمعة.",
            "المجموعات: تحجز المجموعات الكبيرة قبل أسبوع.",
        ], d => d with { Labels = ["public"] })
        .Add("loans", "Loans", "en",
        [
            "Insurance: A borrowed manuscript is insured nail to nail by the borrower.",
            "Light: Manuscripts are shown at fifty lux for three months at most.",
        ], d => d with { Labels = ["internal"] });
}
