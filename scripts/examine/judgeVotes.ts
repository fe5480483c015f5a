// New lines of a file of votes → what rules would say of them, before anything is written.
import { decodeArticle } from '../article/decodeArticle.ts';
import type { Finding } from '../findings/finding.ts';
import { createSourceReader } from '../platform/reading.ts';
import type { Project } from '../project/openProject.ts';
import { severityOf } from '../rules/engine/catalogue.ts';
import { judgeArticle, judgeDrafts, toSubject } from '../rules/engine/run.ts';
import { joinArticle } from '../votes/joinVotes.ts';
import { placeVotes } from '../votes/placeVotes.ts';
import { groupVotes, parseVotes } from '../votes/voteLines.ts';

/**
 * The errors that stand in an annotator's file of votes if it held `text`: of its form, and of the rules that look at
 * claims. The votes of others count as they are.
 */
export function judgeVotes(project: Project, file: string, annotator: string, text: string): Finding[] {
  const { lines, drafts } = parseVotes(file, text, annotator);
  const others = [...project.votes.values()].flat().filter((line) => line.file !== file);
  const votes = groupVotes([...others, ...lines]);
  const touched = groupVotes(lines);
  const findings = judgeDrafts(drafts);
  const read = createSourceReader();
  const { vocabulary, settings } = project;
  for (const path of project.articleFiles) {
    const owner = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
    const found = touched.has(owner) ? read(path, project.raw) : null;
    if (!found || 'problem' in found) continue;
    const { decoded, joined } = joinArticle(decodeArticle(path, found.bytes), votes);
    const subject = toSubject(decoded, { kind: 'absent', required: false, looked: '' });
    if (!subject) continue;
    // A vote that differs is no mistake, and who casts it need not be told from what.
    for (const finding of placeVotes(judgeArticle(subject, { vocabulary, severityOf, extra: settings.extra }), joined))
      if (finding.file === file && finding.severity === 'error' && finding.code !== 'C05') findings.push(finding);
  }
  return findings;
}
