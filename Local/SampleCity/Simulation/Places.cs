namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Position of communities, from their number only, so that a larger city contains the smaller one unchanged: three districts of two
/// subdistricts with four communities each, then four districts of four with six, then districts of eight with ten.
/// </summary>
internal static class Places
{
    /// <summary>The city's name.</summary>
    public const string City = "Anping 安平市";

    private static readonly (int Districts, int Subdistricts, int Communities)[] Tiers = [(3, 2, 4), (4, 4, 6), (int.MaxValue, 8, 10)];

    private static readonly (string Zh, string En)[] Districts =
    [
        ("东山", "Dongshan"), ("西湖", "Xihu"), ("南浦", "Nanpu"), ("北岭", "Beiling"), ("江宁", "Jiangning"), ("海曙", "Haishu"), ("青云", "Qingyun"),
        ("金沙", "Jinsha"), ("玉泉", "Yuquan"), ("龙门", "Longmen"), ("凤台", "Fengtai"), ("白塔", "Baita"), ("红桥", "Hongqiao"), ("长兴", "Changxing"),
    ];

    private static readonly (string Zh, string En)[] Subdistricts =
    [
        ("河东", "Hedong"), ("城关", "Chengguan"), ("滨江", "Binjiang"), ("柳林", "Liulin"), ("石桥", "Shiqiao"), ("新华", "Xinhua"),
        ("文昌", "Wenchang"), ("中山", "Zhongshan"), ("解放", "Jiefang"), ("人民", "Renmin"), ("朝阳", "Chaoyang"),
    ];

    private static readonly (string Zh, string En)[] First =
    [
        ("安", "An"), ("康", "Kang"), ("和", "He"), ("福", "Fu"), ("瑞", "Rui"), ("永", "Yong"), ("兴", "Xing"), ("德", "De"), ("仁", "Ren"),
        ("明", "Ming"), ("春", "Chun"), ("嘉", "Jia"), ("锦", "Jin"), ("翠", "Cui"), ("云", "Yun"), ("清", "Qing"), ("宝", "Bao"), ("荣", "Rong"),
        ("新", "Xin"),
        ("乐", "Le"),
    ];

    private static readonly (string Zh, string En)[] Second =
    [
        ("宁", "ning"), ("泰", "tai"), ("苑", "yuan"), ("居", "ju"), ("园", "yuan"), ("里", "li"), ("庭", "ting"), ("湾", "wan"), ("坊", "fang"),
        ("桥", "qiao"), ("林", "lin"), ("泉", "quan"), ("港", "gang"), ("塘", "tang"), ("亭", "ting"), ("景", "jing"), ("城", "cheng"),
        ("家", "jia"), ("业", "ye"),
        ("心", "xin"),
    ];

    /// <summary>Number of the district, from 0, and of the subdistrict within the district.</summary>
    public static (int District, int Subdistrict) Place(int community)
    {
        var (first, left) = (0, community);
        foreach (var (districts, subdistricts, communities) in Tiers)
        {
            var size = subdistricts * communities;
            if (left / size < districts) return (first + (left / size), left % size / communities);
            first += districts;
            left -= districts * size;
        }

        throw new ArgumentOutOfRangeException(nameof(community));
    }

    /// <summary>Name of a district.</summary>
    public static string District(int district) => Name(Districts, district, "区");

    /// <summary>Name of a subdistrict, unique within its district.</summary>
    public static string Subdistrict(int district, int subdistrict) =>
        Name(Subdistricts, ((district * 3) + subdistrict) % Subdistricts.Length, "街道");

    /// <summary>Name of a community, with a number from the 401st on.</summary>
    public static string Community(int community)
    {
        var (a, b) = (First[community % 20], Second[((community / 20) + (7 * community)) % 20]);
        var number = community < 400 ? "" : $" {(community / 400) + 1}";
        return $"{a.En}{b.En} {a.Zh}{b.Zh}社区{number}";
    }

    private static string Name((string Zh, string En)[] names, int index, string suffix)
    {
        var (zh, en) = names[index % names.Length];
        var number = index < names.Length ? "" : $" {(index / names.Length) + 1}";
        return $"{en} {zh}{suffix}{number}";
    }
}
