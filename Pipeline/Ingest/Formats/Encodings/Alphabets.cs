using System.Collections.Frozen;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>Letters outside ASCII, from the commonest to the rarest, of the languages that are written in a script.</summary>
internal static class Alphabets
{
    /// <summary>Begins a list of letters that no one language has.</summary>
    private const char Mixture = '*';

    private static readonly FrozenDictionary<Script, Alphabet[]> Known = new Dictionary<Script, string[]>
    {
        // French, German, Spanish, Portuguese, Italian, Nordic, Dutch; then names of all of them mixed.
        [Script.Western] =
            ["éèàêçôîâùûœïëæ", "üäöß", "óíáéñúü", "ãçáéõíóêâúàô", "èàòùìé", "åäöøæé", "ðþíáéóúýæö", "*éüäöáèíóåøñçàæêôâãõúßëïîûùœòìðþý"],
        // Polish, Czech, Slovak, Hungarian, Croatian and Slovene, Romanian; no mixture: it would fit anything.
        [Script.CentralEuropean] = ["łąęóżśćńź", "íáěéřčšžýůúďťňó", "áíéčžšýúľťôňďäĺŕó", "áéőöóüíúűô", "čšžćđ", "ăîâşţșț", "äöüß"],
        [Script.Turkish] = ["ıışüçğöİâî"],
        [Script.Cyrillic] = ["оеаинтсрвлкмдпуяызьбгчйхжшюцщэфёъ", "аиоетнрвслдкпмзугябъчжйщцхшфюь", "оаинівтерслкудпмязьгбчхйїжєшюцщфґ"],
        [Script.Greek] = ["αοιετσνηυρπκςμλωδγίχόάθέφήβύξώζψϊ"],
        [Script.Hebrew] = ["יוהלאשרתמבנעדחקכפםטגזןסצףךץ"],
        [Script.Arabic] = ["اليمونرتبةعدسفهكقأحجشطصخىذئزضغءثآؤإظ"],
        [Script.Thai] = ["านรอกเงมยลวดทสตะปบคหแจพชขใไโผซถธฉฐฎณญศษฟฝภฮฬฆฑฒฌฤ่้ิีัุู์ำึื็๊๋ๆฯ"],
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Select(Weigh).ToArray());

    /// <summary>The languages of a script; none of those with thousands of characters.</summary>
    public static IReadOnlyList<Alphabet> Of(Script script) => Known.GetValueOrDefault(script) ?? [];

    private static Alphabet Weigh(string letters)
    {
        var isMixture = letters[0] == Mixture;
        var weights = letters.TrimStart(Mixture)
            .Select((letter, rank) => (Letter: letter, Weight: (isMixture ? 0.7 : 1) * (1 - (0.7 * rank / letters.Length))))
            .DistinctBy(one => one.Letter)
            .ToFrozenDictionary(one => one.Letter, one => one.Weight);
        return new Alphabet(weights, isMixture ? "" : letters[..Math.Min(2, letters.Length)]);
    }
}
