using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace CommunityDemand.Tests.Layering;

/// <summary>The members that a method's body names, read from its intermediate language (ECMA-335, partition III).</summary>
internal static class IlReader
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Types, methods and fields that the body's instructions carry as tokens.</summary>
    public static IEnumerable<MemberInfo> Members(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = Next(il, ref at);
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(Int32(il, at), typeArguments, methodArguments)!;
            at += OperandLength(code, il, at);
        }
    }

    private static OpCode Next(byte[] il, ref int at)
    {
        short value = il[at++];
        if (value == 0xFE) value = unchecked((short)(0xFE00 | il[at++]));
        return OpCodesByValue[value];
    }

    private static int OperandLength(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * Int32(il, at)),
        _ => 4,
    };

    private static int Int32(byte[] il, int at) => BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));
}
