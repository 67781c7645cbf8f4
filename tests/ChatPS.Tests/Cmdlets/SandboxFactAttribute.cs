using ChatPS.Tests.Cmdlets.Mattermost.Real;

namespace ChatPS.Tests.Cmdlets;

/// <summary>A test for which there is only the sandbox: where a real server is asked for, it is skipped with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SandboxFactAttribute : FactAttribute
{
    public SandboxFactAttribute(string reason)
    {
        Reason = reason;
        if (RealServer.IsAsked)
            Skip = reason;
    }

    /// <summary>What a real server cannot give: it needs a license …</summary>
    public string Reason { get; }
}
