namespace AgentOS.Understanding.Tests.Values.Cases;

/// <summary>Money, quantities, telephone numbers, addresses and the numbers of records.</summary>
internal static class AmountCases
{
    public const string Money = """
        pay [SAR 5,000] now | 5000 SAR
        pay [5,000 SAR] now | 5000 SAR
        pay [SAR 2.5k] now | 2500 SAR
        pay [2.5k SAR] now | 2500 SAR
        [SR500] | 500 SAR
        [20k riyals] | 20000 SAR
        [twenty thousand saudi riyals] | 20000 SAR
        [$300] | 300 USD
        [$1.2m] | 1200000 USD
        [1.2 million dollars] | 1200000 USD
        [five bucks] | 5 USD
        [€50] and [50€] | 50 EUR ; 50 EUR
        [50 euros] | 50 EUR
        [£20] | 20 GBP
        [20 pounds sterling] | 20 GBP
        [100 AED] | 100 AED
        [100 dirhams] | 100 AED
        [20 qatari riyals] | 20 QAR
        [20 omani rials] | 20 OMR
        [5 kuwaiti dinars] | 5 KWD
        [5 dinars] | 5 ?
        [50 halalas] | 0.5 SAR
        [5 riyals and 50 halalas] | 5.5 SAR
        [half a riyal] | 0.5 SAR
        [a dollar] each | 1 USD
        [١٥٠٠ ريال] | 1500 SAR
        [خمسين ألف ريال] | 50000 SAR
        [ألفين وخمسمية ريال سعودي] | 2500 SAR
        [٥٠٠ ر.س] | 500 SAR
        [﷼ 500] | 500 SAR
        [ريالين] | 2 SAR
        [ريال ونص] | 1.5 SAR
        [ريالين ونص] | 2.5 SAR
        [نص ريال] | 0.5 SAR
        [خمسة ريال وخمسين هللة] | 5.5 SAR
        [٥٠ هللة] | 0.5 SAR
        [ثلاث ريالات وربع] | 3.25 SAR
        [١٠٠ دولار] | 100 USD
        [مية دولار أمريكي] | 100 USD
        [٢٠٠ درهم إماراتي] | 200 AED
        [عشرة دينار كويتي] | 10 KWD
        [٢٠ ريال قطري] | 20 QAR
        [٣٠ جنيه مصري] | 30 EGP
        [٤٠ جنيه إسترليني] | 40 GBP
        [٥٠ د.ك] | 50 KWD
        سعره [بخمسين ريال] | 50 SAR
        [مليون ونص ريال] | 1500000 SAR
        Euro 2024 was fun
        the riyal fell
        5 kg
        500
        ريال مدريد
        خمسين كرتون
        """;

    public const string Quantities = """
        [2.5 kg] of beans | 2.5 kg
        [10kg] | 10 kg
        [500 g] | 500 g
        [500 grams] | 500 g
        [half a kilo] of beans | 0.5 kg
        [a kilo] of beans | 1 kg
        [a kilo and a half] | 1.5 kg
        [two and a half kilos] | 2.5 kg
        [a quarter of a kilo] | 0.25 kg
        [1/2 kg] | 0.5 kg
        [3/4 litre] | 0.75 l
        [5 litres] of milk | 5 l
        [twelve cartons] of cups | 12 carton
        [3 boxes] and [2 bags] | 3 box ; 2 bag
        [two dozen] | 24 piece
        [two dozen cups] | 24 cup
        [20 pcs] | 20 piece
        [4 pallets] | 4 pallet
        [7 tonnes] | 7 t
        [a bag] of sugar | 1 bag
        [5 l] tank | 5 l
        [a couple of boxes] | 2 box
        [٣ كراتين] | 3 carton
        [ثلاث كراتين] كاسات | 3 carton
        [كرتونين] حليب | 2 carton
        [كيسين] سكر | 2 bag
        [علبتين] شاي | 2 tub
        [نص كيلو] بن | 0.5 kg
        [ربع كيلو] بن | 0.25 kg
        [كيلو ونص] بن | 1.5 kg
        [كيلوين] بن | 2 kg
        [كيلوين ونص] بن | 2.5 kg
        [كيلو وربع] | 1.25 kg
        [٥٠٠ جرام] | 500 g
        [عشرين حبة] | 20 piece
        [درزن] بيض | 12 piece
        [درزنين] بيض | 24 piece
        [خمسة أكياس] | 5 bag
        [١٠ لتر] حليب | 10 l
        [طنين] أسمنت | 2 t
        [٥ أطنان] | 5 t
        [صندوقين] و [ثلاث علب] | 2 box ; 3 tub
        [٤ طبليات] | 4 pallet
        [قطعتين] | 2 piece
        I can do it
        the box is open
        3 espresso
        order 5 of them
        in this case
        a set of rules
        كيلو بكم
        كرتون فاضي
        مليونين
        """;

    public const string Phones = """
        call [0501234567] | 0501234567
        call [050 123 4567] | 0501234567
        call [050-123-4567] | 0501234567
        call [+966 50 123 4567] | +966501234567
        call [+966501234567] | +966501234567
        call [00966501234567] | +966501234567
        call [966501234567] | +966501234567
        call [(011) 123-4567] | 0111234567
        call [+1 415 555 2671] | +14155552671
        call [+44 20 7946 0958] | +442079460958
        call [920012345] | 920012345
        call [9200 12345] | 920012345
        call [501234567] | 501234567
        جواله [٠٥٠١٢٣٤٥٦٧] | 0501234567
        جواله [٠٥٠ ١٢٣ ٤٥٦٧] | 0501234567
        جواله [+٩٦٦٥٠١٢٣٤٥٦٧] | +966501234567
        order 1001
        it costs 1,250,000,000
        on 2026-12-03
        50 and 60
        order 100 200 300
        ١٢٣٤
        """;

    public const string Mails = """
        write to [sara@najd.example] | sara@najd.example
        [Sara.A+x@Najd.Example.com] please | sara.a+x@najd.example.com
        أرسل إلى [info@najd.sa] | info@najd.sa
        sara at najd
        @sara
        """;

    public const string Links = """
        see [https://example.com/a?b=c]. | https://example.com/a?b=c
        see [www.example.sa] now | www.example.sa
        see [example.com] now | example.com
        see [shop.example.com.sa] now | shop.example.com.sa
        شف [https://najd.sa/عرض] | https://najd.sa/عرض
        the end.of story
        done. com on
        sara@najd.example
        """;

    public const string Codes = """
        show [SO-1001] | SO-1001
        show [so-1001] | SO-1001
        show [so 1001] | SO-1001
        show [SO1001] | SO-1001
        show [cust-00001] please | CUST-00001
        show [CUST 00001] | CUST-00001
        show [cust 123] | CUST-00123
        where is [order 1001]? | SO-1001
        cancel [order number 1001] | SO-1001
        cancel [order no. 1001] | SO-1001
        cancel [order #1001] | SO-1001
        ship [order 1001] today | SO-1001
        [customer 123] is here | CUST-00123
        [customer number 7] | CUST-00007
        qualify [lead #12] | LEAD-00012
        [ticket 123] is open | TKT-00123
        وين [طلب رقم ١٠٠١] | SO-1001
        وين [الطلب ١٠٠١] | SO-1001
        ألغ [طلب ١٠٠١] | SO-1001
        حالة [الطلب رقم 1001] | SO-1001
        ورني [للعميل رقم ١٢] | CUST-00012
        [العميل رقم ١٢] | CUST-00012
        ألغ [الحجز رقم ٣] | RES-00003
        [الفاتورة رقم ٩٩] | 99
        item [ESP-1KG] | ESP-1KG
        order 3 espresso
        order 2000 filters for Zamzam
        order 500 kg
        order 1001 bags
        so 3 of them
        customer 3
        اطلب ١٠٠٠ كوب
        طلب ١٠٠٠ كوب
        """;
}
