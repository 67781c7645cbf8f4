using ChatPS.Tests.Cmdlets.Mattermost.Real;

namespace ChatPS.Tests.Cmdlets;

/// <summary>A test for which there is only the sandbox: where a real server is asked for, it is skipped with the reason.</summary>
/// <param name="reason">What a real server cannot give: needs a license …</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute(string reason) : FactAttribute
{
    public string Reason { get; } = reason;

    public override string? Skip => RealServer.IsAsked ? Reason : null;
}
