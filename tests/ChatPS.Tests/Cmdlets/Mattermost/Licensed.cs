using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>Sessions on a server with a license, without which there are no schemes and no groups.</summary>
internal static class Licensed
{
    public static Shell ConnectLicensed(this SandboxFixture sandbox, SandboxAccount? account = null)
    {
        using (var admin = sandbox.Connect(sandbox.Mattermost))
            admin.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        return sandbox.Connect(sandbox.Mattermost, account);
    }
}
