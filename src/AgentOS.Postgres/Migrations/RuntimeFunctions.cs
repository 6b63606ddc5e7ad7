using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Postgres.Migrations;

/// <summary>How names are compared: by what they look like (name_key), and by what they sound like in either script (sound_key).</summary>
[Migration("20260101000000_RuntimeFunctions")]
internal sealed class RuntimeFunctions : Migration
{
    private const string LookFrom = "أإآٱةىؤئ" + "àáâãäå" + "ç" + "èéêë" + "ìíîï" + "ñ" + "òóôõö" + "ùúûü" + "٠١٢٣٤٥٦٧٨٩" + Marks;
    private const string LookTo = "ااااهيوي" + "aaaaaa" + "c" + "eeee" + "iiii" + "n" + "ooooo" + "uuuu" + "0123456789";

    /// <summary>Tatweel and vowel signs: they stand last, without a counterpart, and so go.</summary>
    private const string Marks = "\u0640\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0670";

    private const string SoundFrom = "بتثجحخدذرزسشصضطظغفقكلمنه" + "پڤگچ" + "cqvpjz" + "aeiouwy" + "اويءع";
    private const string SoundTo = "bttghhddrss$sdtdgfkklmnh" + "bfg$" + "kkfbgs";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql($"""
        create schema if not exists runtime;
        grant usage on schema runtime to agentos_app;

        -- Lower case; Arabic without vowel signs and the article, each letter in one form.
        create function runtime.name_key(name text) returns text language sql immutable parallel safe strict as $f$
          select btrim(regexp_replace(regexp_replace(translate(lower(name), '{LookFrom}', '{LookTo}'),
            '[^[:alnum:]ء-يپڤگچ]+', ' ', 'g'), '(^| )(ال|the )(?=[[:alnum:]ء-ي][[:alnum:]ء-ي])', '\1', 'g'))
        $f$;

        -- The consonants of each word, in classes that survive a journey between the scripts: Contoso and كونتوسو are both knts.
        create function runtime.sound_key(name text) returns text language sql immutable parallel safe strict as $f$
          select btrim(regexp_replace(regexp_replace(translate(
            regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
              runtime.name_key(name),
              'tch|sh|ch', 'ش', 'g'), 'kh', 'خ', 'g'), 'gh', 'غ', 'g'), 'th|dh', 'ذ', 'g'), 'ph', 'ف', 'g'), 'x', 'ks', 'g'),
              'c(?=[eiy])', 's', 'g'), '[hه]( |$)', '\1', 'g'),
            '{SoundFrom}', '{SoundTo}'), ' +', ' ', 'g'), '([^ ])\1+', '\1', 'g'))
        $f$;
        """);
}
