/** The rule of a folder and all in it (WAC 4.2): the owner everything; beside them everyone may read, or nobody. */
export function accessRule(owner: string, everyone: boolean): string {
  const rule = (name: string, who: string, modes: string) =>
    `<#${name}> a acl:Authorization; acl:${who}; acl:accessTo <./>; acl:default <./>; acl:mode ${modes}.\n`;
  const head =
    '@prefix acl: <http://www.w3.org/ns/auth/acl#>.\n@prefix foaf: <http://xmlns.com/foaf/0.1/>.\n';
  const own = rule('owner', `agent <${owner}>`, 'acl:Read, acl:Write, acl:Control');
  return head + own + (everyone ? rule('public', 'agentClass foaf:Agent', 'acl:Read') : '');
}
