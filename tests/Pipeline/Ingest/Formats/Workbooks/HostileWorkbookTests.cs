using System.Text;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;

/// <summary>What is no workbook, or one made to harm, is refused with a reason that names no class of the platform.</summary>
public sealed class HostileWorkbookTests
{
    private static readonly string Table = BookMaker.Rows(["community", "service", "date", "visits"], ["A", "meals", "2026-03-01", "1"]);

    [Fact]
    public async Task Read_ElementsNestedAMillionDeep_IsRefused() =>
        (await Reading.ReasonAsync(new BookMaker().Sheet("S", Table, before: string.Concat(Enumerable.Repeat("<a>", 1_000_000))).Make()))
            .ShouldBe("The workbook is damaged: its parts are nested deeper than any spreadsheet program writes.");

    [Fact]
    public async Task Read_Entities_AreRefused() =>
        (
            await Reading.ReasonAsync(
                new BookMaker().Sheet("S", Table)
                    .Part("xl/sharedStrings.xml", "<!DOCTYPE sst [<!ENTITY a 'b'>]><sst><si><t>&a;</t></si></sst>").Make()))
            .ShouldStartWith("The workbook is damaged: its part xl/sharedStrings.xml can't be read.");

    [Fact]
    public async Task Read_EndlessTag_IsRefused() =>
        (await Reading.ReasonAsync(new BookMaker().Sheet("S", Table, before: $"<a b='{new string('x', 2 << 20)}'/>").Make()))
            .ShouldBe("The workbook is damaged: a tag in one of its parts is longer than a megabyte.");

    [Fact]
    public async Task Read_BlankBomb_IsRefused() =>
        (await Reading.ReasonAsync(new BookMaker().Sheet("S", Table, before: new string(' ', 200 << 20)).Make())).ShouldContain("zip bomb");

    [Fact]
    public async Task Read_MoreSheetsThanAny_IsRefused()
    {
        var book = new BookMaker();
        for (var i = 0; i < 1_001; i++) book.Sheet($"S{i}", "", part: "worksheets/sheet1.xml");

        (await Reading.ReasonAsync(book.Make())).ShouldStartWith("The workbook has more than 1,000 sheets.");
    }

    [Theory]
    [InlineData("<c r='XFE2'><v>1</v></c>", "Row 2 has a cell beyond column XFD, the last one of a sheet.")]
    [InlineData("<c t='s'><v>7</v></c>", "The workbook is damaged: row 2 names a text that is not there.")]
    [InlineData(
        "<c><v>1</c>",
        "The workbook is damaged: its part xl/worksheets/sheet1.xml can't be read. Open it in a spreadsheet program, save and "
            + "upload it again.")]
    public async Task Read_ImpossibleCell_IsRefused(string cell, string reason) =>
        (await Reading.ReasonAsync(new BookMaker().Sheet("S", BookMaker.Rows(["community", "service", "date"], [cell])).Make()))
            .ShouldBe(reason);

    [Theory]
    [InlineData("xl/workbook.bin", "The file is a binary workbook (.xlsb)")]
    [InlineData("data.csv", "The file is no workbook")]
    public async Task Read_OtherZip_IsNamed(string part, string reason) =>
        (await Reading.ReasonAsync(Zips.Of(part))).ShouldStartWith(reason);

    [Fact]
    public async Task Read_EncryptedPackage_IsNamed()
    {
        var file = new byte[2048];
        ((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file, 0);
        Encoding.Unicode.GetBytes("EncryptedPackage", file.AsSpan(1024));
        file[1024 + 64] = 34;

        (await Reading.ReasonAsync(file)).ShouldStartWith("The workbook is protected by a password.");
    }

    [Theory]
    [InlineData("community,service\nA,meals\n")]
    [InlineData("PK")]
    [InlineData("PK\u0003\u0004 is no archive")]
    public async Task Read_WhateverElse_IsRefusedInPlainWords(string content)
    {
        var reason = await Reading.ReasonAsync(Encoding.UTF8.GetBytes(content));

        reason.ShouldNotContain("Central Directory");
        reason.ShouldContain("workbook");
    }
}
