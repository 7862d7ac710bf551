using System.Globalization;
using CommunityDemand.Pipeline.Datasets.Values;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Datasets.Values;

public sealed class NumberParserTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("-3", -3)]
    [InlineData("−3", -3)]
    [InlineData("0.5", 0.5)]
    [InlineData(".5", 0.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("12,34,567", 1234567)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("12,5", 12.5)]
    [InlineData("0,250", 0.25)]
    [InlineData("1234,567", 1234.567)]
    [InlineData("1'234", 1234)]
    [InlineData("1’234.50", 1234.5)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234,5", 1234.5)]
    [InlineData("12 345.500", 12345.5)]
    [InlineData("1.2E+05", 120000)]
    [InlineData("１２", 12)]
    public void Read_NumberOfOneMeaning_NeedsNoStyle(string text, double expected)
    {
        NumberParser.Read(text, NumberStyle.Unknown, out var number).ShouldBe(NumberReading.Number);

        number.ShouldBe(expected);
    }

    [Theory]
    [InlineData("1.234", 1.234, 1234)]
    [InlineData("1,234", 1234, 1.234)]
    [InlineData("-12.345", -12.345, -12345)]
    public void Read_NumberOfTwoMeanings_FollowsTheStyle(string text, double point, double comma)
    {
        NumberParser.Read(text, NumberStyle.Unknown, out _).ShouldBe(NumberReading.Doubtful);
        NumberParser.Read(text, NumberStyle.Mixed, out _).ShouldBe(NumberReading.Doubtful);
        NumberParser.Read(text, NumberStyle.Point, out var first).ShouldBe(NumberReading.Number);
        NumberParser.Read(text, NumberStyle.Comma, out var second).ShouldBe(NumberReading.Number);

        (first, second).ShouldBe((point, comma));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("5%")]
    [InlineData("€5")]
    [InlineData("1,2,3")]
    [InlineData("1,2,345")]
    [InlineData("123,45,678")]
    [InlineData("1 2")]
    [InlineData("1.234,56.7")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("1e999")]
    [InlineData("--1")]
    [InlineData("1.abc")]
    public void Read_AnythingElse_IsNone(string text) => NumberParser.Read(text, NumberStyle.Unknown, out _).ShouldBe(NumberReading.None);

    [Fact]
    public void Read_WhatEitherStyleWrites_ComesBack()
    {
        var comma = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
        var point = CultureInfo.InvariantCulture.NumberFormat;
        Gen.Select(Gen.Int[-10_000_000, 10_000_000], Gen.Int[0, 4], Gen.Bool, Gen.Bool).Sample((units, digits, isComma, grouped) =>
        {
            var number = units / 100.0;
            var text = number.ToString((grouped ? "N" : "F") + digits, isComma ? comma : point);
            var reading = NumberParser.Read(text, isComma ? NumberStyle.Comma : NumberStyle.Point, out var read);
            return reading == NumberReading.Number && read == double.Parse(number.ToString($"F{digits}", point), point);
        });
    }

    [Fact]
    public void Evidence_OfAllNumbers_DecidesTheStyle()
    {
        Decide(NumberStyle.Point, "1,234", "0.5").ShouldBe(NumberStyle.Point);
        Decide(NumberStyle.Point, "1.234", "12,5").ShouldBe(NumberStyle.Comma);
        Decide(NumberStyle.Point, "12.5", "12,5").ShouldBe(NumberStyle.Mixed);
        Decide(NumberStyle.Point, "1.234", "1,250").ShouldBe(NumberStyle.Mixed);
        Decide(NumberStyle.Point, "1,234", "7").ShouldBe(NumberStyle.Point);
        Decide(NumberStyle.Comma, "1.234", "7").ShouldBe(NumberStyle.Comma);
    }

    private static NumberStyle Decide(NumberStyle typical, params string[] numbers)
    {
        var evidence = new NumberEvidence();
        foreach (var number in numbers) evidence.Add(number);
        return evidence.Decide(typical);
    }
}
