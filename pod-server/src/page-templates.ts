import { existsSync } from 'node:fs';
import {
  EjsTemplateEngine,
  getTemplateFilePath,
  HandlebarsTemplateEngine,
  resolveModulePath,
  TemplateEngine,
  type TemplateEngineInput
} from '@solid/community-server';

type Contents = Record<string, unknown>;

/**
 * Renders the server's own pages. A template of the stock server is replaced by ours where `folder` holds a file of
 * the same name (stock `templates/main.html.ejs`, ours `<folder>main.html.ejs`), so the wiring can keep the stock
 * names, which hold no path of this machine, and a page that a newer server adds still works.
 */
export class PageTemplates extends TemplateEngine<Contents> {
  private readonly engines: TemplateEngine<Contents>[];
  private readonly folder: string;
  private readonly stock = resolveModulePath('templates/');

  /** @param folder absolute, with its slash */
  constructor(baseUrl: string, folder: string) {
    super();
    this.folder = folder;
    this.engines = [new EjsTemplateEngine(baseUrl), new HandlebarsTemplateEngine(baseUrl)];
  }

  override async canHandle(input: TemplateEngineInput<Contents>): Promise<void> {
    await this.engineFor(input).canHandle(input);
  }

  override async handle({ contents, template }: TemplateEngineInput<Contents>): Promise<string> {
    const file = getTemplateFilePath(template);
    const own = file?.startsWith(this.stock) ? this.folder + file.slice(this.stock.length) : undefined;
    const input = { contents, template: own && existsSync(own) ? own : template };
    return this.engineFor(input).handle(input);
  }

  private engineFor({ template }: TemplateEngineInput<Contents>): TemplateEngine<Contents> {
    const [ejs, handlebars] = this.engines as [TemplateEngine<Contents>, TemplateEngine<Contents>];
    return getTemplateFilePath(template)?.endsWith('.ejs') ? ejs : handlebars;
  }
}
