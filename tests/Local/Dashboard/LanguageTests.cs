namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class LanguageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    // Texts that are neither data nor the page's own words in its language; measures keep their international names.
    private const string Foreign = """
        language => {
          const own = language === 'zh'
            ? text => !/[A-Za-z]{2,}/.test(text.replace(/RMSSE|MASE|WAPE|CRPS/g, ''))
            : text => !/[\u4e00-\u9fff]/.test(text);
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { parentElement, textContent } = walker.currentNode;
            if (!parentElement.closest('[translate=no], script, style') && !own(textContent)) found.push(textContent);
          }
          return found;
        }
        """;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Page_InEitherLanguage_HasNoWordOfTheOtherAndNoComplaint(string route)
    {
        foreach (var (language, tag) in new[] { ("en", "en"), ("zh", "zh-CN") })
        {
            await ShowAsync(route, language);

            (await Page.GetAttributeAsync("html", "lang")).ShouldBe(tag);
            (await Page.EvaluateAsync<string[]>(Foreign, language)).ShouldBeEmpty($"{route} in {language}");
        }

        Browser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Language_Chosen_IsRemembered()
    {
        await ShowAsync("overview");
        (await Page.TextContentAsync("nav [aria-current]")).ShouldBe("Tonight");

        await Page.ClickAsync("button:text('中文')");
        await Page.WaitForSelectorAsync("nav [aria-current]:text('今晚概览')");
        await Browser.ReadyAsync();
        await ShowAsync("overview");

        (await Page.TextContentAsync("h1")).ShouldBe("Riverside：2025年8月31日之后 28 天");
        (await Page.GetAttributeAsync("button:text('中文')", "aria-pressed")).ShouldBe("true");
    }

    [Fact]
    public async Task Services_InChinese_HaveTheCataloguesNames()
    {
        await ShowAsync("forecasts?area=community:c2&service=meal-help", "zh");

        (await Page.TextContentAsync("#forecast-title")).ShouldBe("Bridge · 助餐服务");
        (await Page.Locator("main select optgroup").Nth(1).GetAttributeAsync("label")).ShouldBe("需求类别");
        (await Page.Locator("main select option[value=culture_and_education]").TextContentAsync()).ShouldBe("文化教育");
    }
}
