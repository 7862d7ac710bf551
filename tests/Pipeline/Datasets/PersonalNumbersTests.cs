using System.Diagnostics;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Ingest.Quarantine;

namespace CommunityDemand.Tests.Pipeline.Datasets;

public sealed class PersonalNumbersTests
{
    [Theory]
    [InlineData("请打13812345678找我", "请打[phone]找我")]
    [InlineData("电话 138 1234 5678。", "电话 [phone]。")]
    [InlineData("１３８１２３４５６７８", "[phone]")]
    [InlineData("+86-138-1234-5678", "[phone]")]
    [InlineData("call +44 20 7946 0958 now", "call [phone] now")]
    [InlineData("座机010-62345678分机", "座机[phone]分机")]
    [InlineData("(021)62345678", "[phone]")]
    [InlineData("客服400-820-8820", "客服[phone]")]
    [InlineData("身份证11010519491231002X，谢谢", "身份证[id]，谢谢")]
    [InlineData("身份证 110105194912310021", "身份证 [id]")]
    [InlineData("老证130503670401001", "老证[id]")]
    [InlineData("卡号6222 0212 3456 7890 123", "卡号[card]")]
    [InlineData("4111-1111-1111-1111", "[card]")]
    [InlineData("mail: li.wei@example.com.cn!", "mail: [e-mail]!")]
    [InlineData("ｌｉ＠example．com", "[e-mail]")]
    public void Strip_PersonalNumber_TakesItOutAlone(string comment, string expected) => PersonalNumbers.Strip(comment).ShouldBe(expected);

    [Theory]
    [InlineData("打138\u00A01234\u00A05678", "打[phone]")]
    [InlineData("打138–1234–5678", "打[phone]")]
    [InlineData("打138\u20111234\u20115678", "打[phone]")]
    [InlineData("打138—1234—5678", "打[phone]")]
    [InlineData("打138·1234·5678", "打[phone]")]
    [InlineData("打138  1234  5678", "打[phone]")]
    [InlineData("打138 - 1234 - 5678", "打[phone]")]
    [InlineData("打138/1234/5678", "打[phone]")]
    [InlineData("打138\t1234\t5678", "打[phone]")]
    [InlineData("打138\r\n1234\r\n5678", "打[phone]")]
    [InlineData("打1381234\u200B5678", "打[phone]")]
    [InlineData("打013812345678", "打[phone]")]
    [InlineData("13812345678/13912345678", "[phone]/[phone]")]
    [InlineData("13812345678X13912345678", "[phone]X[phone]")]
    [InlineData("打1381234567813912345678", "打[card]")]
    [InlineData("座机010 - 62345678", "座机[phone]")]
    [InlineData("座机(010) 6234 5678", "座机[phone]")]
    [InlineData("座机0571—88886666", "座机[phone]")]
    [InlineData("身份证110105\u00A019491231\u00A0002X", "身份证[id]")]
    [InlineData("身份证110105 - 19491231 - 002X", "身份证[id]")]
    [InlineData("卡号6222  0212  3456  7890", "卡号[card]")]
    [InlineData("卡号6222021234567890123456", "卡号[card]")]
    public void Strip_UnusualSeparators_TakesTheNumberOutAllTheSame(string comment, string expected) =>
        PersonalNumbers.Strip(comment).ShouldBe(expected);

    [Theory]
    [InlineData("2025年3月7日等了45分钟，1200元，排队第3号")]
    [InlineData("服务很好，5分")]
    [InlineData("2025-03-07 08:30")]
    [InlineData("2025-03-07 2025-03-08")]
    [InlineData("2025-03-07 - 2025-03-09")]
    [InlineData("2025/03/07-2025/03/08")]
    [InlineData("2025.3.7–2025.3.9")]
    [InlineData("2025—03—07—2025—03—08")]
    [InlineData("13/03/2025 - 15/03/2025")]
    [InlineData("2024—2025年")]
    [InlineData("2024/2025年")]
    [InlineData("9:00–17:00, 13:30 - 17:30")]
    [InlineData("8.30 - 11.30  14.00 - 17.00")]
    [InlineData("0900 - 1200, 1300 - 2100")]
    [InlineData("预算300/1000元")]
    [InlineData("500—1000元")]
    [InlineData("1,200.00 - 1,500.00")]
    [InlineData("订单1234567890")]
    [InlineData("单号 123-456-789")]
    [InlineData("第3/4/5项, 3-2-1502室")]
    [InlineData("@居委会 @街道")]
    public void Strip_HarmlessNumbers_StayAsTheyAre(string comment) => PersonalNumbers.Strip(comment).ShouldBe(comment);

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("a@")]
    [InlineData("a.")]
    public void Strip_EndlessRepetition_TakesNoTime(string part)
    {
        var text = "1 " + string.Concat(Enumerable.Repeat(part, 500_000));
        var watch = Stopwatch.StartNew();

        PersonalNumbers.Strip(text);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
