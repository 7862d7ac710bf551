import { element } from '../dom.js';
import { colours } from '../theme.js';

const names = ['forecast', 'history', 'capacity', 'ink', 'ink-soft', 'line', 'card'];

/**
 * A canvas that redraws with size and theme.
 * @param {(data, colour: Record<string, string>) => object} options of echarts
 * @param {(data) => string} describe what a reader who does not see it is told
 * @returns {Promise<{node: HTMLElement, show: (data) => void}|null>} null where the chart library is not installed
 */
export async function chart(options, describe) {
  const { init } = await import('../charts/echarts.esm.min.mjs');
  if (!init) return null;
  const node = element('div', { class: 'chart', role: 'img' });
  let drawn = null;
  let shown = null;

  // A canvas can be made only where it stands on the page and has a size; the observer tells when.
  const draw = () => {
    if (!shown || !node.isConnected) return;
    drawn ??= init(node, null, { renderer: 'canvas' });
    drawn.setOption(options(shown, colours(names)), true);
  };
  const size = new ResizeObserver(() => (drawn ? drawn.resize() : draw()));
  size.observe(node);
  node.addEventListener('theme', draw);
  node.addEventListener('leave', () => {
    size.disconnect();
    drawn?.dispose();
  });
  return {
    node,
    show: data => {
      shown = data;
      node.setAttribute('aria-label', describe(data));
      draw();
    },
  };
}

/** What all charts share: type, grid, axes over days. */
export function frame(colour, unit) {
  const { fontFamily } = getComputedStyle(document.body);
  const text = { color: colour['ink-soft'], fontFamily, fontSize: 12.5 };
  return {
    text,
    animation: false,
    grid: { left: 8, right: 16, top: 60, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 16, itemHeight: 8, textStyle: text },
    tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: colour.card, borderColor: colour.line, textStyle: { ...text, color: colour.ink } },
    xAxis: { axisLabel: { ...text, hideOverlap: true }, axisLine: { lineStyle: { color: colour.line } }, splitLine: { show: false } },
    yAxis: { type: 'value', min: 0, name: unit, nameTextStyle: { ...text, align: 'left' }, nameGap: 10, axisLabel: text, splitLine: { lineStyle: { color: colour.line } } },
  };
}
