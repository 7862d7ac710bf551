using System.Reflection;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Commands;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Tests.Pipeline.Texts;

public sealed class MessageTextsTests
{
    private static readonly DateOnly Day = new(2026, 3, 7);

    private static readonly Dictionary<string, MethodInfo> Methods = FindMethods().ToDictionary(NameOf);

    /// <summary>Every message that the program can make: each method of a class named ...Messages is a kind of message.</summary>
    public static TheoryData<string> Factories { get; } = [.. Methods.Keys];

    [Theory]
    [MemberData(nameof(Factories))]
    public void Render_EveryMessage_UsesEachArgumentInBothLanguages(string factory)
    {
        foreach (var message in Made(Methods[factory]))
        {
            foreach (var texts in All())
            {
                texts.Codes.ShouldContain(message.Code, $"{texts.Language.Code()}.json has no text");
                // A service has a name a language.
                if (message.Code == "service") continue;
                texts.Placeholders(message.Code).Select(one => one.Argument).Append("count").Distinct().Order()
                    .ShouldBe(
                        message.Arguments.Select(argument => argument.Key).Append("count").Distinct().Order(),
                        $"{message.Code} in {texts.Language.Code()}.json");
                var text = texts.Render(message);
                text.ShouldNotContain("{");
                text.ShouldNotContain("(code");
            }
        }
    }

    [Fact]
    public void Codes_OfBothLanguages_AreTheSame() => MessageTexts.Chinese.Codes.Order().ShouldBe(MessageTexts.English.Codes.Order());

    [Fact]
    public void Codes_OfTexts_AreAllMadeOrNamedByAFormatOrAColumn()
    {
        var made = Methods.Values.SelectMany(Made).Select(message => message.Code).ToHashSet();
        var groups = MessageTexts.English.Codes.SelectMany(MessageTexts.English.Placeholders)
            .Select(one => one.Format).OfType<string>().Where(format => format.StartsWith(ValueText.WordOf, StringComparison.Ordinal))
            .Select(format => format[ValueText.WordOf.Length..])
            .Concat(PublicTables.All.SelectMany(table => table.Columns).Select(column => column.Words).OfType<string>())
            .Select(group => group + ".").ToHashSet();

        MessageTexts.English.Codes
            .Where(code => !made.Contains(code) && !groups.Any(group => code.StartsWith(group, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    // A group's texts are listed as the words of a column's codes: a sentence among them would be listed too.
    [Fact]
    public void Words_OfAColumn_HaveNoSentenceAmongThem()
    {
        var made = Methods.Values.SelectMany(Made).Select(message => message.Code).ToHashSet();

        PublicTables.All.SelectMany(table => table.Columns).Select(column => column.Words).OfType<string>().Distinct()
            .SelectMany(group => MessageTexts.English.Words(group).Keys.Select(code => $"{group}.{code}"))
            .Where(code => made.Contains(code) && !code.StartsWith("scope.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Formats_OfTexts_AreKnown() => All()
        .SelectMany(texts => texts.Codes.SelectMany(texts.Placeholders))
        .Select(one => one.Format).OfType<string>()
        .Where(format => !ValueText.Formats.Contains(format) && !format.StartsWith(ValueText.WordOf, StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void Render_CodeWithoutText_ReadsAsCodeAndArguments() =>
        MessageTexts.English.Render(new Message("of.tomorrow", ("days", 3))).ShouldBe("of.tomorrow(days: 3)");

    [Theory]
    [InlineData(1, "1 more")]
    [InlineData(2, "2 more")]
    [InlineData(1200, "1,200 more")]
    public void Render_Count_ChoosesThePlural(int count, string expected)
    {
        MessageTexts.English.Render(new Message("more", ("count", count))).ShouldBe(expected);
        MessageTexts.English.Render(new Message("usage.silent", ("count", count), ("span", SpanMessages.Of(Frequency.Daily, 28)),
            ("communities", new[] { "C1" })))
            .ShouldContain(
                count == 1 ? "1 community reported nothing for 28 days and counts as closed: C1." : "communities reported nothing");
    }

    [Theory]
    [InlineData(1, "Residents aged 60 and over: +1 point;")]
    [InlineData(-1, "Residents aged 60 and over: -1 point;")]
    [InlineData(1.04, "Residents aged 60 and over: +1 point;")]
    [InlineData(1.5, "Residents aged 60 and over: +1.5 points;")]
    [InlineData(2, "Residents aged 60 and over: +2 points;")]
    public void Render_FigureOfAnotherArgument_ChoosesThePluralAsShown(double points, string expected) =>
        MessageTexts.English.Render(ScenarioMessages.Ageing(points, 0.01, 0.005, 0.015)).ShouldStartWith(expected);

    [Theory]
    [InlineData("a", "a", "a")]
    [InlineData("a|b", "a and b", "a和b")]
    [InlineData("a|b|c", "a, b and c", "a、b和c")]
    public void Render_List_IsJoinedAsTheLanguageDoes(string parts, string english, string chinese)
    {
        var message = new Message("allocation.unknown_yields", ("keys", parts.Split('|')));
        MessageTexts.English.Render(message).ShouldContain($"has {english}, which");
        MessageTexts.Chinese.Render(message).ShouldContain($"中的 {chinese} 不是");
    }

    [Fact]
    public void Render_Choice_IsJoinedByOr()
    {
        var message = new Message("header.one_of", ("columns", new[] { "a", "b", "c" }));
        MessageTexts.English.Render(message).ShouldBe("a, b or c");
        MessageTexts.Chinese.Render(message).ShouldBe("a、b或c");
    }

    [Fact]
    public void Render_DayShareAndNestedMessage_ReadInBothLanguages()
    {
        var message = new Message(
            "drift.place_above",
            ("service", new Message("service", ("en", "Library"), ("zh", "图书馆"))),
            ("area", "东区"),
            ("level", "district"),
            ("since", Day),
            ("size", 12.34),
            ("period", "day"));

        MessageTexts.English.Render(message).ShouldBe(
            "Library in 东区 (district) 12.3 visits a day above the forecast since 7 March 2026");
        MessageTexts.Chinese.Render(message).ShouldBe("东区（城区）的图书馆自2026年3月7日起每天高于预测 12.3 人次");
    }

    private static IEnumerable<MessageTexts> All() => Enum.GetValues<Language>().Select(MessageTexts.Of);

    private static IEnumerable<MethodInfo> FindMethods() => new[]
    {
        typeof(Message).Assembly, typeof(ForecastEngine).Assembly, typeof(MessageTexts).Assembly,
        typeof(CommandLine).Assembly,
    }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.Name.EndsWith("Messages", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(Message));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    // A message for each combination of the values that choose a code: flags and enumerations; and for one and for several.
    private static IEnumerable<Message> Made(MethodInfo method) => method.GetParameters()
        .Aggregate<ParameterInfo, IEnumerable<object?[]>>(
            [[]], (sets, parameter) => sets.SelectMany(set => Values(parameter).Select(value => (object?[])[.. set, value])))
        .Select(arguments => (Message)method.Invoke(null, arguments)!);

    private static IEnumerable<object?> Values(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(int) => [1, 2],
        var type when type == typeof(long) => [1L, 2L],
        var type when type == typeof(double) => [0.25],
        var type when type == typeof(bool) => [true, false],
        var type when type == typeof(string) => Strings(parameter.Name!),
        var type when type == typeof(DateOnly) => [Day],
        var type when type == typeof(DayOfWeek) => [DayOfWeek.Sunday],
        var type when type == typeof(Message) => [new Message("more", ("count", 2))],
        var type when type.IsEnum => Enum.GetValues(type).Cast<object>(),
        var type when type.IsAssignableFrom(typeof(Message[])) && type != typeof(object) => [new[] { new Message("more", ("count", 2)) }],
        _ when parameter.ParameterType == typeof(object) && parameter.Name is "name" or "measure" =>
            ["x", new Message("more", ("count", 2))],
        _ => [new[] { "a", "b" }],
    };

    private static IEnumerable<object> Strings(string parameter) => parameter switch
    {
        "stretch" =>
            from reach in new[] { "day", "week", "two_weeks", "weeks" } from side in new[] { "before", "after" } select $"{reach}_{side}",
        "drift" => ["above", "below", "wider"],
        "scope" => ["all", "basic_living", "social_services", "culture_and_education", "special_groups"],
        _ => ["x"],
    };
}
