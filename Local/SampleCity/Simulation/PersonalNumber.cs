using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>A fictitious personal number with valid check digits, as residents write them into comments.</summary>
/// <param name="Kind">Kind: phone, id_card, email or bank_card.</param>
/// <param name="Value">The number.</param>
/// <param name="Zh">Introduction of the number in Chinese.</param>
/// <param name="En">Introduction of the number in English.</param>
internal sealed record PersonalNumber(string Kind, string Value, string Zh, string En)
{
    /// <summary>A personal number of one of the four kinds.</summary>
    public static PersonalNumber Draw(RandomStream random) => random.Below(4) switch
    {
        0 => new("phone", $"1{random.Pick(["38", "59", "76", "86"])}{Digits(random, 8)}", "我的电话", "Call me on"),
        1 => new("id_card", IdCard(random), "身份证号", "My ID is"),
        2 => new("email", $"resident{Digits(random, 4)}@example.com", "邮箱", "Write to"),
        _ => new("bank_card", BankCard(random), "银行卡号", "My card is"),
    };

    private static string Digits(RandomStream random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Below(10))));

    // GB 11643: region, birthday, sequence, and a check digit modulo 11.
    private static string IdCard(RandomStream random)
    {
        var birthday = new DateOnly(1940, 1, 1).AddDays(random.Below(22000));
        var body = $"330102{birthday:yyyyMMdd}{Digits(random, 3)}";
        var weight = 1;
        var sum = 0;
        foreach (var digit in body.Reverse())
        {
            weight = weight * 2 % 11;
            sum += weight * (digit - '0');
        }

        return body + "10X98765432"[sum % 11];
    }

    // ISO/IEC 7812: 19 digits, the last by Luhn.
    private static string BankCard(RandomStream random)
    {
        var body = $"622202{Digits(random, 12)}";
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var digit = (body[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return body + (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
