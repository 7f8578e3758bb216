<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>&lt;h3&gt;lenet_gui {0}&lt;/h3&gt;&lt;p&gt;LeNet-5, the network of Yann LeCun, Léon Bottou, Yoshua Bengio and Patrick Haffner (&lt;i&gt;Gradient-based learning applied to document recognition&lt;/i&gt;, Proc. IEEE 86(11), 1998), reads the digits you draw.&lt;/p&gt;&lt;p&gt;lenet_gui is free under the MIT licence. It uses Qt and PySide6 under the GNU Lesser General Public License 3 (LGPL), PyTorch and NumPy under BSD licences, Pillow under the MIT-CMU licence, OpenCV, ONNX and safetensors under the Apache licence 2.0, PyQtGraph and platformdirs under the MIT licence, and tqdm under the MPL 2.0 and MIT licences.&lt;/p&gt;&lt;p&gt;MNIST: Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;lenet_gui {0}&lt;/h3&gt;&lt;p&gt;LeNet-5 是 Yann LeCun、Léon Bottou、Yoshua Bengio 和 Patrick Haffner 提出的网络（&lt;i&gt;Gradient-based learning applied to document recognition&lt;/i&gt;，Proc. IEEE 86(11)，1998），它识别您手写的数字。&lt;/p&gt;&lt;p&gt;lenet_gui 依 MIT 许可证自由使用。它使用 Qt 和 PySide6（GNU 宽通用公共许可证 3，即 LGPL）、PyTorch 和 NumPy（BSD 许可证）、Pillow（MIT-CMU 许可证）、OpenCV、ONNX 和 safetensors（Apache 许可证 2.0）、PyQtGraph 和 platformdirs（MIT 许可证）以及 tqdm（MPL 2.0 和 MIT 许可证）。&lt;/p&gt;&lt;p&gt;MNIST：Yann LeCun、Corinna Cortes 和 Christopher J. C. Burges，CC BY-SA 3.0。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>AccessibleNames</name>
    <message>
        <source>Blank page</source>
        <translation>空白页面</translation>
    </message>
    <message>
        <source>Resize the window</source>
        <translation>调整窗口大小</translation>
    </message>
    <message>
        <source>More of the toolbar</source>
        <translation>工具栏的更多按钮</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存手写稿</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the drawing, as strokes or as an image</source>
        <translation>把手写稿保存为笔画或图像</translation>
    </message>
    <message>
        <source>&amp;Keep for recovery</source>
        <translation>保留以便恢复(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the drawing on this computer, to offer it after a sudden end</source>
        <translation>在本机保留手写稿，程序意外结束后可恢复</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last change to the drawing</source>
        <translation>撤销对手写稿的上一次改动</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo the last undone change</source>
        <translation>重做刚才撤销的操作</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the drawing, as strokes and as an image</source>
        <translation>把手写稿作为笔画和图像复制</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Open drawings, images, videos, checkpoints or labelled data</source>
        <translation>打开手写稿、图像、视频、检查点或带标签的数据</translation>
    </message>
    <message>
        <source>Sa&amp;mples …</source>
        <translation>示例(&amp;M) …</translation>
    </message>
    <message>
        <source>Open a drawing or a page that comes with the program</source>
        <translation>打开随程序附带的手写稿或照片</translation>
    </message>
    <message>
        <source>Paste a copied drawing, image, file or path</source>
        <translation>粘贴复制的手写稿、图像、文件或路径</translation>
    </message>
    <message>
        <source>Copy as te&amp;xt</source>
        <translation>复制为文本(&amp;X)</translation>
    </message>
    <message>
        <source>Copy all lines read from a picture</source>
        <translation>复制图片中识别出的所有行</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Clear the page (can be undone)</source>
        <translation>清空画板；可以撤销</translation>
    </message>
    <message>
        <source>Erase whole strokes with the pen</source>
        <translation>用笔擦除整条笔画</translation>
    </message>
    <message>
        <source>&amp;Thinner pen</source>
        <translation>更细的笔(&amp;T)</translation>
    </message>
    <message>
        <source>Draw thinner lines</source>
        <translation>画更细的线</translation>
    </message>
    <message>
        <source>T&amp;hicker pen</source>
        <translation>更粗的笔(&amp;H)</translation>
    </message>
    <message>
        <source>Draw thicker lines</source>
        <translation>画更粗的线</translation>
    </message>
    <message>
        <source>&amp;Random MNIST digit</source>
        <translation>随机 MNIST 数字(&amp;R)</translation>
    </message>
    <message>
        <source>Put a random MNIST test digit onto the page</source>
        <translation>把一个随机的 MNIST 测试数字放到画板上</translation>
    </message>
    <message>
        <source>&amp;Start or stop the camera</source>
        <translation>启动或停止摄像头(&amp;S)</translation>
    </message>
    <message>
        <source>Start or stop reading the camera, network camera, video or screen</source>
        <translation>开始或停止识别摄像头、网络摄像头、视频或屏幕</translation>
    </message>
    <message>
        <source>&amp;Freeze the picture</source>
        <translation>定格画面(&amp;F)</translation>
    </message>
    <message>
        <source>Freeze or resume the live picture</source>
        <translation>定格或恢复实时画面</translation>
    </message>
    <message>
        <source>&amp;Open checkpoint …</source>
        <translation>打开检查点(&amp;O)…</translation>
    </message>
    <message>
        <source>Use a trained network from a file</source>
        <translation>使用文件中训练好的网络</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>网络库(&amp;L)</translation>
    </message>
    <message>
        <source>All trained networks: compare, rename, annotate, train further</source>
        <translation>所有训练好的网络：比较、重命名、备注、继续训练</translation>
    </message>
    <message>
        <source>&amp;Export network …</source>
        <translation>导出网络(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the network in use as an ONNX model, as weights, or as a PyTorch script</source>
        <translation>把当前网络保存为 ONNX 模型、权重或 PyTorch 脚本</translation>
    </message>
    <message>
        <source>&amp;Test this network</source>
        <translation>测试这个网络(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Certainty</source>
        <translation>把握(&amp;C)</translation>
    </message>
    <message>
        <source>How certain the network must be to answer, and what that costs</source>
        <translation>网络要有多大把握才回答，以及代价是什么</translation>
    </message>
    <message>
        <source>&amp;More careful</source>
        <translation>更谨慎(&amp;M)</translation>
    </message>
    <message>
        <source>Answer less often, with fewer errors</source>
        <translation>少回答一些，错误也更少</translation>
    </message>
    <message>
        <source>Less caref&amp;ul</source>
        <translation>放宽些(&amp;U)</translation>
    </message>
    <message>
        <source>Answer more often, with more errors</source>
        <translation>多回答一些，错误也更多</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Start a training with the settings in the Training panel</source>
        <translation>按“训练”面板中的设置开始训练</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause or resume the training</source>
        <translation>暂停训练，或继续</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the training; the network trained so far can be kept</source>
        <translation>停止训练；可以保留到目前为止训练的网络</translation>
    </message>
    <message>
        <source>&amp;All settings …</source>
        <translation>全部设置(&amp;A)…</translation>
    </message>
    <message>
        <source>All training settings, with a preview of the image augmentation</source>
        <translation>训练的所有设置，图像增强可以预览</translation>
    </message>
    <message>
        <source>&amp;Import data …</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>Import your own labelled digits as training data</source>
        <translation>导入您自己带标签的数字作为训练数据</translation>
    </message>
    <message>
        <source>Follow &amp;system theme</source>
        <translation>跟随系统主题(&amp;S)</translation>
    </message>
    <message>
        <source>Use the light or dark theme of the desktop</source>
        <translation>使用桌面的浅色或深色主题</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark ink on light paper</source>
        <translation>浅纸深墨</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light ink on dark paper</source>
        <translation>深纸浅墨</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>投影模式(&amp;P)</translation>
    </message>
    <message>
        <source>Fill the screen, with large letters and a large page, for a whole room</source>
        <translation>全屏显示，文字和页面都放大，适合整间教室观看</translation>
    </message>
    <message>
        <source>&amp;Clear the page by itself</source>
        <translation>自动清空页面(&amp;C)</translation>
    </message>
    <message>
        <source>Clear the page when nobody has drawn for a while, as for an exhibition</source>
        <translation>一段时间没有人书写就清空页面，适合展览</translation>
    </message>
    <message>
        <source>Reset t&amp;his workspace</source>
        <translation>重置此工作区(&amp;H)</translation>
    </message>
    <message>
        <source>Move the panels of this workspace back to where they were</source>
        <translation>把此工作区的面板移回原位</translation>
    </message>
    <message>
        <source>Reset all &amp;workspaces</source>
        <translation>重置所有工作区(&amp;W)</translation>
    </message>
    <message>
        <source>Move the panels of every workspace back to where they were</source>
        <translation>把所有工作区的面板移回原位</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>减少动态效果(&amp;M)</translation>
    </message>
    <message>
        <source>Stroke &amp;eraser</source>
        <translation>笔画橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>Test the network in use on labelled data, its own test part first</source>
        <translation>用带标签的数据测试正在使用的网络，首选它自己的测试部分</translation>
    </message>
    <message>
        <source>Stop blinking, and update live displays once a second</source>
        <translation>没有闪烁，实时内容每秒只更新一次</translation>
    </message>
    <message>
        <source>&amp;Language of the desktop</source>
        <translation>桌面的语言(&amp;L)</translation>
    </message>
    <message>
        <source>Use the desktop&apos;s language if it is supported</source>
        <translation>使用桌面的语言（如果本程序支持）</translation>
    </message>
    <message>
        <source>&amp;How to use lenet_gui</source>
        <translation>使用说明(&amp;H)</translation>
    </message>
    <message>
        <source>What the window shows, and all shortcuts</source>
        <translation>窗口中各部分的含义，以及所有快捷键</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>这是什么？(&amp;W)</translation>
    </message>
    <message>
        <source>Then click any part of the window for an explanation</source>
        <translation>然后点击任意处查看说明</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>Explain all terms in plain words, with numbers of the network in use</source>
        <translation>用浅显的文字解释所有术语，并给出正在使用的网络的数值</translation>
    </message>
    <message>
        <source>&amp;Take the tour</source>
        <translation>功能导览(&amp;T)</translation>
    </message>
    <message>
        <source>Show what the window can do, one stop after another</source>
        <translation>逐步介绍本窗口的功能</translation>
    </message>
    <message>
        <source>&amp;Play the opening again</source>
        <translation>重播开场动画(&amp;P)</translation>
    </message>
    <message>
        <source>Show again how a digit is drawn and read at the first start</source>
        <translation>再次播放首次启动时书写并识别数字的动画</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics …</source>
        <translation>复制诊断信息(&amp;D)…</translation>
    </message>
    <message>
        <source>Show version numbers and the end of the log, without any names, and copy them for a bug report</source>
        <translation>显示版本号和日志末尾（不含任何名称），并复制用于错误报告</translation>
    </message>
    <message>
        <source>&amp;About lenet_gui</source>
        <translation>关于 lenet_gui(&amp;A)</translation>
    </message>
    <message>
        <source>Version, credits and licences</source>
        <translation>版本、致谢和许可证</translation>
    </message>
</context>
<context>
    <name>ActivationCurve</name>
    <message>
        <source>Activation function</source>
        <translation>激活函数</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>The class with the best score. If the network is not certain enough, it declines to answer and says why.</source>
        <translation>得分最好的类别。如果网络把握不够，就不作答，并说明原因。</translation>
    </message>
    <message>
        <source>Nothing drawn</source>
        <translation>还没有写</translation>
    </message>
    <message>
        <source>Answer: {0}</source>
        <translation>答案：{0}</translation>
    </message>
    <message>
        <source>probability {0}</source>
        <translation>概率 {0}</translation>
    </message>
    <message>
        <source>penalty {0}</source>
        <translation>惩罚值 {0}</translation>
    </message>
    <message>
        <source>runner-up: {0}  ·  {1}</source>
        <translation>次选：{0}  ·  {1}</translation>
    </message>
    <message>
        <source>{0} · field as it is, never declined</source>
        <translation>{0} · 原样输入，从不拒识</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <translation>{0}：{1}，{2}</translation>
    </message>
</context>
<context>
    <name>AnswerSection</name>
    <message>
        <source>The other class</source>
        <translation>另一个类别</translation>
    </message>
    <message>
        <source>The class to compare the answer with; at first the runner-up</source>
        <translation>与答案比较的类别；起初是第二名</translation>
    </message>
    <message>
        <source>How the ink is judged</source>
        <translation>怎样评判墨迹</translation>
    </message>
    <message>
        <source>The ink:</source>
        <translation>墨迹：</translation>
    </message>
    <message>
        <source>Why this answer?</source>
        <translation>为什么是这个答案？</translation>
    </message>
    <message>
        <source>{0} · {1} units</source>
        <translation>{0} · {1} 个单元</translation>
    </message>
    <message>
        <source>the ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>Why {0}, and not</source>
        <translation>为什么是 {0}，而不是</translation>
    </message>
    <message>
        <source>Orange speaks for {0}, blue for {1}.</source>
        <translation>橙色支持 {0}，蓝色支持 {1}。</translation>
    </message>
    <message>
        <source>Draw a digit, and see here what speaks for the answer.</source>
        <translation>画一个数字，这里就会显示什么支持答案。</translation>
    </message>
    <message>
        <source>{0}. Of all classes {1} is the nearest.</source>
        <translation>{0}。所有类别中，{1} 最接近。</translation>
    </message>
</context>
<context>
    <name>Architecture</name>
    <message>
        <source>1998 as published</source>
        <translation>1998 年论文原版</translation>
    </message>
    <message>
        <source>The network of 1998 as published.</source>
        <translation>1998 年论文发表的网络，原样实现。</translation>
    </message>
    <message>
        <source>1998 with plain averages and softmax</source>
        <translation>1998 年结构，改用普通平均与 softmax</translation>
    </message>
    <message>
        <source>Every C3 map reads all six S2 maps, pooling is a plain average without weights, the activation function is tanh, and ten softmax outputs replace the RBF outputs.</source>
        <translation>每个 C3 特征图读取全部六个 S2 特征图，下采样是没有权重的平均，激活函数为 tanh，用十个 softmax 输出代替 RBF 输出。</translation>
    </message>
    <message>
        <source>Keras style, with padding and softmax</source>
        <translation>Keras 风格，使用填充和 softmax</translation>
    </message>
    <message>
        <source>C1 pads the 28x28 digit instead of reading 32x32, every C3 map reads all six S2 maps, pooling is a plain average, and the output is a softmax.</source>
        <translation>C1 填充 28x28 的数字而不是读取 32x32，每个 C3 特征图读取全部六个 S2 特征图，下采样是平均，输出为 softmax。</translation>
    </message>
    <message>
        <source>colour input, with ReLU and max pooling</source>
        <translation>彩色输入，使用 ReLU 和最大值下采样</translation>
    </message>
    <message>
        <source>It reads three colour channels (grey is copied to all three), uses ReLU and max pooling, is fully connected from S4 on, and the output is a softmax.</source>
        <translation>读取三个颜色通道（灰度复制到三个通道），使用 ReLU 和最大值下采样，从 S4 起为全连接，输出为 softmax。</translation>
    </message>
    <message>
        <source>no border, with sigmoid and max pooling</source>
        <translation>无边框，使用 sigmoid 和最大值下采样</translation>
    </message>
    <message>
        <source>It reads the 28x28 digit without a border, uses the sigmoid and max pooling, is fully connected from S4 on, and the output is a softmax.</source>
        <translation>读取没有边框的 28x28 数字，使用 sigmoid 和最大值下采样，从 S4 起为全连接，输出为 softmax。</translation>
    </message>
    <message>
        <source>modern, with ReLU and softmax</source>
        <translation>现代结构，使用 ReLU 和 softmax</translation>
    </message>
    <message>
        <source>Every C3 map reads all six S2 maps, ReLU replaces the scaled tanh, pooling averages four overlapping maxima without weights, and ten softmax outputs replace the RBF outputs.</source>
        <translation>每个 C3 特征图读取全部六个 S2 特征图，用 ReLU 代替缩放的 tanh，下采样取四个重叠最大值的平均且没有权重，用十个 softmax 输出代替 RBF 输出。</translation>
    </message>
    <message>
        <source>An architecture of its own, which the file of the network describes.</source>
        <translation>自有的架构，由网络的文件描述。</translation>
    </message>
</context>
<context>
    <name>Arithmetic</name>
    <message>
        <source>map {0}</source>
        <translation>特征图 {0}</translation>
    </message>
    <message>
        <source>channel {0}</source>
        <translation>通道 {0}</translation>
    </message>
    <message>
        <source>f = softmax: exp(a) / Σ exp(a of all classes)</source>
        <translation>f = softmax：exp(a) / Σ exp(所有类别的 a)</translation>
    </message>
    <message>
        <source>x = low + byte × (high - low) / 255</source>
        <translation>x = 下限 + 字节 × (上限 - 下限) / 255</translation>
    </message>
    <message>
        <source>w × value, in every unit of the map</source>
        <translation>w × 值，特征图的每个单元都如此</translation>
    </message>
    <message>
        <source>added to the sum, in every unit of the map</source>
        <translation>加到总和上，特征图的每个单元都如此</translation>
    </message>
    <message>
        <source>coefficient × sum of the square, in every unit of the map</source>
        <translation>系数 × 方块之和，特征图的每个单元都如此</translation>
    </message>
    <message>
        <source>x = Σ (value - code)²</source>
        <translation>x = Σ (值 - 编码)²</translation>
    </message>
    <message>
        <source>Σ patch × kernel + bias</source>
        <translation>Σ 图块 × 卷积核 + 偏置</translation>
    </message>
    <message>
        <source>Σ value × weight + bias</source>
        <translation>Σ 值 × 权重 + 偏置</translation>
    </message>
    <message>
        <source>coefficient × Σ values + bias</source>
        <translation>系数 × Σ 值 + 偏置</translation>
    </message>
    <message>
        <source>average of the values</source>
        <translation>各值的平均</translation>
    </message>
    <message>
        <source>largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>average of the largest values of overlapping squares</source>
        <translation>各重叠方块最大值的平均</translation>
    </message>
    <message>
        <source>the border around the digit: x = </source>
        <translation>数字周围的边框：x = </translation>
    </message>
    <message>
        <source>w = </source>
        <translation>w = </translation>
    </message>
    <message>
        <source>bias = </source>
        <translation>偏置 = </translation>
    </message>
    <message>
        <source>coefficient = </source>
        <translation>系数 = </translation>
    </message>
    <message>
        <source>One connection uses it.</source>
        <translation>有一个连接使用它。</translation>
    </message>
    <message>
        <source>Shared by {0} × {1} = {2} connections.</source>
        <translation>由 {0} × {1} = {2} 个连接共享。</translation>
    </message>
    <message>
        <source>gradient = Σ δ × value = </source>
        <translation>梯度 = Σ δ × 值 = </translation>
    </message>
    <message>
        <source>Before training: random, standard deviation {0}.</source>
        <translation>训练前：随机，标准差 {0}。</translation>
    </message>
    <message>
        <source>Before training: random, from -{0} to +{0}.</source>
        <translation>训练前：随机，从 -{0} 到 +{0}。</translation>
    </message>
    <message>
        <source>Before training: {0}.</source>
        <translation>训练前：{0}。</translation>
    </message>
    <message>
        <source>Σ of the sums of {0} maps = {1}</source>
        <translation>{0} 个特征图之和的 Σ = {1}</translation>
    </message>
    <message>
        <source>a = Σ + bias = {0} </source>
        <translation>a = Σ + 偏置 = {0} </translation>
    </message>
    <message>
        <source>a = coefficient × Σ + bias = </source>
        <translation>a = 系数 × Σ + 偏置 = </translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
</context>
<context>
    <name>AugmentationBox</name>
    <message>
        <source>Image augmentation</source>
        <translation>图像增强</translation>
    </message>
    <message>
        <source>Alters each digit slightly every time it is seen, so that the network learns what matters. Can be changed during training.</source>
        <translation>每次使用数字时都略作改变，使网络学到真正重要的东西。训练时也可以更改。</translation>
    </message>
    <message>
        <source>Other di&amp;gits</source>
        <translation>换一些数字(&amp;G)</translation>
    </message>
    <message>
        <source>Other digits</source>
        <translation>换一些数字</translation>
    </message>
    <message>
        <source>Preview other digits, chosen at random.</source>
        <translation>随机换一些数字来预览。</translation>
    </message>
</context>
<context>
    <name>BadInput</name>
    <message>
        <source>{file} is being trained in another window.</source>
        <translation>{file} 正在被另一个窗口训练。</translation>
    </message>
    <message>
        <source>The training process cannot be started: {why}.</source>
        <translation>无法启动训练进程：{why}。</translation>
    </message>
    <message>
        <source>The training process was killed, perhaps because the memory ran out.</source>
        <translation>训练进程被终止；可能是内存耗尽。</translation>
    </message>
    <message>
        <source>The training process crashed.</source>
        <translation>训练进程崩溃了。</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly.</source>
        <translation>训练进程意外结束了。</translation>
    </message>
    <message>
        <source>An internal error stopped the training.</source>
        <translation>训练因内部错误而停止。</translation>
    </message>
    <message>
        <source>There is not enough memory for this training. Try a smaller batch.</source>
        <translation>内存不足，无法进行这次训练。请试试更小的批。</translation>
    </message>
    <message>
        <source>--held-out needs --data. Without --data, the list from the training is used.</source>
        <translation>--held-out 需要 --data。没有 --data 时使用训练时的名单。</translation>
    </message>
    <message>
        <source>--no-augmentation cannot be combined with other image augmentation options.</source>
        <translation>--no-augmentation 不能与其他图像增强选项一起使用。</translation>
    </message>
    <message>
        <source>A batch of {batch} cannot be divided evenly among {count} processes.</source>
        <translation>大小为 {batch} 的批无法平均分给 {count} 个进程。</translation>
    </message>
    <message>
        <source>A name cannot begin with a dot or a hyphen, or end with a dot.</source>
        <translation>名称不能以点或短横开头，也不能以点结尾。</translation>
    </message>
    <message>
        <source>A name cannot contain {wrong}.</source>
        <translation>名称不能包含 {wrong}。</translation>
    </message>
    <message>
        <source>Enter a name for the network.</source>
        <translation>请输入网络的名称。</translation>
    </message>
    <message>
        <source>A network needs 2 to {most} classes, not {classes}.</source>
        <translation>网络需要 2 到 {most} 个类别，而不是 {classes} 个。</translation>
    </message>
    <message>
        <source>Choose an architecture to train.</source>
        <translation>请选择要训练的架构。</translation>
    </message>
    <message>
        <source>A training of {file} was stopped or is still running. Use --resume to continue it, or --output to name another file.</source>
        <translation>{file} 的训练曾停止，或仍在进行。用 --resume 继续该训练，或用 --output 指定另一个文件。</translation>
    </message>
    <message>
        <source>All samples belong to one class, {name}; at least two classes are needed.</source>
        <translation>所有样本都属于同一类别 {name}；至少需要两个类别。</translation>
    </message>
    <message>
        <source>All training samples are in the test data, too. Choose other training or test data.</source>
        <translation>所有训练样本也都在测试数据中。请选择其他训练数据或测试数据。</translation>
    </message>
    <message>
        <source>Cameras and videos need a library that is missing: {why}.</source>
        <translation>摄像头和视频需要一个此处缺少的库：{why}。</translation>
    </message>
    <message>
        <source>Cameras and videos need the library libpulse, which is missing. On Debian and Ubuntu: apt install libpulse0.</source>
        <translation>摄像头和视频需要 libpulse 库，此处缺少。在 Debian 和 Ubuntu 上：apt install libpulse0。</translation>
    </message>
    <message>
        <source>This network has not been calibrated for that. Run &apos;lenet-gui calibrate&apos; first.</source>
        <translation>这个网络没有为此校准过。请先运行 &apos;lenet-gui calibrate&apos;。</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>没有连接摄像头。</translation>
    </message>
    <message>
        <source>No sample of the data belongs to a class of this network.</source>
        <translation>数据中没有一个样本属于这个网络认识的类别。</translation>
    </message>
    <message>
        <source>Training with non-digits needs the loss &apos;map&apos;.</source>
        <translation>用非数字训练需要损失 &apos;map&apos;。</translation>
    </message>
    <message>
        <source>The folder {folder} for your networks is not writable.</source>
        <translation>无法写入存放您的网络的文件夹 {folder}。</translation>
    </message>
    <message>
        <source>The folder {folder} is not writable.</source>
        <translation>无法写入文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Training with teachers needs the loss &apos;map&apos; or &apos;cross-entropy&apos;.</source>
        <translation>用教师网络训练需要损失 &apos;map&apos; 或 &apos;cross-entropy&apos;。</translation>
    </message>
    <message>
        <source>This is not an address. Enter one like http://192.168.1.5:8080/video.</source>
        <translation>这不是地址。请输入形如 http://192.168.1.5:8080/video 的地址。</translation>
    </message>
    <message>
        <source>The address returns {kind}, not pictures. The web page of a camera is often not its stream; try /video or /stream.</source>
        <translation>该地址返回的是 {kind}，不是图像。摄像头的网页通常不是它的视频流；请试试 /video 或 /stream。</translation>
    </message>
    <message>
        <source>The address sent a picture of more than {most} MB.</source>
        <translation>该地址发来的图像超过 {most} MB。</translation>
    </message>
    <message>
        <source>The disk is full, so the training stopped. What was saved before is kept. Free some space, then resume the training.</source>
        <translation>磁盘已满，训练因此停止。之前保存的内容仍在。请腾出空间，然后继续训练。</translation>
    </message>
    <message>
        <source>The exported network gives other answers than this one, so it was not saved.</source>
        <translation>导出的网络给出的答案与这个网络不同，因此没有保存。</translation>
    </message>
    <message>
        <source>The file does not say which data was set aside in its training. Name the data with --data.</source>
        <translation>文件没有说明训练时留出了哪些数据：请用 --data 指定。</translation>
    </message>
    <message>
        <source>The folder {folder} for your networks cannot be created: {why}.</source>
        <translation>无法创建存放您的网络的文件夹 {folder}：{why}。</translation>
    </message>
    <message>
        <source>The frames of this video cannot be read.</source>
        <translation>无法读取这个视频的画面。</translation>
    </message>
    <message>
        <source>The labels of {images} are missing. They should be beside it, in {labels}.</source>
        <translation>缺少 {images} 的标签：应在它旁边的 {labels} 中。</translation>
    </message>
    <message>
        <source>The list of writers names writers who are not in {file}: {writers}. Put names with spaces in &quot;quotes&quot;.</source>
        <translation>书写者名单中有 {file} 中没有的书写者：{writers}。带空格的名称要放在&quot;双引号&quot;中。</translation>
    </message>
    <message>
        <source>The loss {loss} does not suit {name}, which outputs penalties. Use &apos;map&apos; or &apos;mse&apos;.</source>
        <translation>损失 {loss} 不适合输出惩罚值的 {name}。请使用 &apos;map&apos; 或 &apos;mse&apos;。</translation>
    </message>
    <message>
        <source>The name is too long: it can have {most} characters, not {count}.</source>
        <translation>名称太长：最多 {most} 个字符，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>The name of a stroke set must end in {suffix}.</source>
        <translation>笔画集的文件名应以 {suffix} 结尾。</translation>
    </message>
    <message>
        <source>The note is too long: it can have {most} characters, not {count}.</source>
        <translation>备注太长：最多 {most} 个字符，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>The preset {preset} is for {names}, not for {architecture}.</source>
        <translation>预设 {preset} 用于 {names}，不用于 {architecture}。</translation>
    </message>
    <message>
        <source>The screen cannot be captured: {why}.</source>
        <translation>无法读取屏幕：{why}。</translation>
    </message>
    <message>
        <source>The weights contain {extra}, which {name} does not have.</source>
        <translation>权重中包含 {name} 所没有的 {extra}。</translation>
    </message>
    <message>
        <source>The weights of {name} lack {missing}.</source>
        <translation>{name} 的权重缺少 {missing}。</translation>
    </message>
    <message>
        <source>The weights {weights} contain values that are not numbers.</source>
        <translation>权重 {weights} 中有不是数字的值。</translation>
    </message>
    <message>
        <source>The weights {weights} have the shape {found}; {name} needs {shape}.</source>
        <translation>权重 {weights} 的形状是 {found}；{name} 需要 {shape}。</translation>
    </message>
    <message>
        <source>The share of wrong answers must be between 0 and 1.</source>
        <translation>错误回答的比例必须在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>These files contain no labelled characters.</source>
        <translation>这些文件中没有带标签的字符。</translation>
    </message>
    <message>
        <source>{file} contains no video.</source>
        <translation>{file} 中没有视频。</translation>
    </message>
    <message>
        <source>There are too few writers to set {count} samples aside.</source>
        <translation>书写者太少，无法留出 {count} 个样本。</translation>
    </message>
    <message>
        <source>There are only {count} training samples, fewer than a batch of {batch}. Choose a smaller batch.</source>
        <translation>只有 {count} 个训练样本，少于一批 {batch} 个。请选择更小的批。</translation>
    </message>
    <message>
        <source>There is already a network named {name}. Choose another name.</source>
        <translation>已经有一个名为 {name} 的网络。请换一个名称。</translation>
    </message>
    <message>
        <source>There is no device {name} here. Available: {names}.</source>
        <translation>这里没有设备 {name}。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>没有文件 {file}。</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>{file} has no ink: all of it has the same shade.</source>
        <translation>{file} 上没有墨迹：整幅图只有一种色调。</translation>
    </message>
    <message>
        <source>The network {name} is no longer in the library.</source>
        <translation>网络库中已没有名为 {name} 的网络。</translation>
    </message>
    <message>
        <source>There is no stopped training to resume: {file} does not exist.</source>
        <translation>没有可以继续的已停止的训练：{file} 不存在。</translation>
    </message>
    <message>
        <source>There is no {kind} named {name}. Did you mean {near}?</source>
        <translation>没有名为 {name} 的{kind}。您是指 {near} 吗？</translation>
    </message>
    <message>
        <source>There is no {kind} named {name}. Available: {names}.</source>
        <translation>没有名为 {name} 的{kind}。可用的有：{names}。</translation>
    </message>
    <message>
        <source>There is not enough memory for a batch of {batch} on {device}. Try a smaller batch. What was saved before is kept.</source>
        <translation>{device} 上的内存不足以容纳大小为 {batch} 的批；请试试更小的批。之前保存的内容仍在。</translation>
    </message>
    <message>
        <source>There is no training of {file} to resume.</source>
        <translation>{file} 没有可以继续的训练。</translation>
    </message>
    <message>
        <source>These files have {points} million points; a stroke set can have at most {most} million.</source>
        <translation>这些文件有 {points} 百万个点；一个笔画集最多 {most} 百万个。</translation>
    </message>
    <message>
        <source>This system does not let programs capture the screen.</source>
        <translation>这个系统不允许程序读取屏幕。</translation>
    </message>
    <message>
        <source>You do not have permission to use the camera {device}. Add your user to the group video and log in again.</source>
        <translation>您无权使用摄像头 {device}。请把您的用户加入 video 组并重新登录。</translation>
    </message>
    <message>
        <source>Choose data to train on.</source>
        <translation>请选择训练数据。</translation>
    </message>
    <message>
        <source>The address sends a picture that cannot be read.</source>
        <translation>该地址发来的不是可读的图像。</translation>
    </message>
    <message>
        <source>The address does not send a stream of pictures.</source>
        <translation>该地址发来的不是图像流。</translation>
    </message>
    <message>
        <source>The training process sent a message that cannot be understood.</source>
        <translation>无法理解训练进程返回的内容。</translation>
    </message>
    <message>
        <source>Only a training with an output file can be resumed.</source>
        <translation>只有带输出文件的训练才能继续。</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>it is incomplete or damaged ({why}).</source>
        <translation>它不完整或已损坏（{why}）。</translation>
    </message>
    <message>
        <source>its metadata entry {key} has the wrong type.</source>
        <translation>它的元数据条目 {key} 类型不对。</translation>
    </message>
    <message>
        <source>its metadata lacks a readable entry {key}.</source>
        <translation>它的元数据缺少可读的条目 {key}。</translation>
    </message>
    <message>
        <source>its reject rule is damaged.</source>
        <translation>它的拒识规则已损坏。</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>the weights {weights} have an unknown number type.</source>
        <translation>权重 {weights} 不是已知类型的数字。</translation>
    </message>
    <message>
        <source>two of its classes have the same name.</source>
        <translation>它有两个类别同名。</translation>
    </message>
    <message>
        <source>{count} files are too many; the first {most} are shown.</source>
        <translation>{count} 个文件太多；只显示前 {most} 个。</translation>
    </message>
    <message>
        <source>Cannot set aside {count} of {all} samples for validation. Choose fewer.</source>
        <translation>无法从 {all} 个样本中留出 {count} 个用于验证。请减少数量。</translation>
    </message>
    <message>
        <source>{field} must be between {low} and {high}, not {value}.</source>
        <translation>{field} 必须在 {low} 和 {high} 之间，而不是 {value}。</translation>
    </message>
    <message>
        <source>{file} cannot be changed: {why}.</source>
        <translation>无法更改 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be played: {why}.</source>
        <translation>无法播放 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>无法读取 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be removed: {why}.</source>
        <translation>无法删除 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be trained further on this data: it has no class {classes}.</source>
        <translation>{file} 不能用这些数据继续训练：它没有类别 {classes}。</translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}</source>
        <translation>{file} 无法使用：{why}</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>无法写入 {file}。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>无法写入 {file}：{why}。</translation>
    </message>
    <message>
        <source>{file} cannot be a teacher of this network: it has other classes, {classes}.</source>
        <translation>{file} 不能当这个网络的教师：它的类别不同：{classes}。</translation>
    </message>
    <message>
        <source>{file} does not fit this training.</source>
        <translation>{file} 与这次训练不符。</translation>
    </message>
    <message>
        <source>{file} gives two labels the same name.</source>
        <translation>{file} 给两个标签取了相同的名称。</translation>
    </message>
    <message>
        <source>{file} has an unreadable header.</source>
        <translation>{file} 的文件头无法读取。</translation>
    </message>
    <message>
        <source>{file} contains more than a drawing can have.</source>
        <translation>{file} 的内容超出了一幅手写稿所能包含的。</translation>
    </message>
    <message>
        <source>{file} contains too much ink to draw.</source>
        <translation>{file} 的笔迹太多，无法即时绘出。</translation>
    </message>
    <message>
        <source>{file} has the shape {shape}. A picture has rows and columns, and perhaps 3 or 4 channels behind them.</source>
        <translation>{file} 的形状是 {shape}。图像应有行和列，其后还可以有 3 或 4 个通道。</translation>
    </message>
    <message>
        <source>{file} has values that are no shades: whole numbers from 0 to 255 are, and fractions from 0 to 1.</source>
        <translation>{file} 中有的值不表示明暗：明暗应为 0 到 255 的整数，或 0 到 1 的小数。</translation>
    </message>
    <message>
        <source>{file} has too many pixels; at most {most} million are supported.</source>
        <translation>{file} 的像素太多；最多读取 {most} 百万。</translation>
    </message>
    <message>
        <source>{file} contains no letters or symbols.</source>
        <translation>{file} 中没有字母或符号。</translation>
    </message>
    <message>
        <source>{file} contains damaged strokes.</source>
        <translation>{file} 中有损坏的笔画。</translation>
    </message>
    <message>
        <source>{file} has {pixels} million pixels; at most {most} million are supported.</source>
        <translation>{file} 有 {pixels} 百万像素；最多读取 {most} 百万。</translation>
    </message>
    <message>
        <source>{file} contains an array with {found} axes; {wanted} are needed (3 for images, 1 for labels).</source>
        <translation>{file} 中的数组有 {found} 个轴，而需要 {wanted} 个（图像 3 个，标签 1 个）。</translation>
    </message>
    <message>
        <source>A class cannot be named {name}: a class name has 1 to {most} visible characters.</source>
        <translation>类别不能命名为 {name}：类别名称须为 1 到 {most} 个可见字符。</translation>
    </message>
    <message>
        <source>A drawing can be saved as {drawing} or as an image ({images}), not as {suffix}.</source>
        <translation>手写稿可以保存为 {drawing} 或图像（{images}），不能保存为 {suffix}。</translation>
    </message>
    <message>
        <source>A window has no option {option}.</source>
        <translation>窗口没有选项 {option}。</translation>
    </message>
    <message>
        <source>Broken links: {count}, such as {file}.</source>
        <translation>失效的链接：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>Class names are texts of 1 to 100 visible characters, each of them once.</source>
        <translation>类别名称必须是 1 到 100 个可见字符的文本，且互不相同。</translation>
    </message>
    <message>
        <source>Files of other kinds, not read: {count}, such as {file}.</source>
        <translation>未读取其他种类的文件：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>Files of the operating system, not read: {count}, such as {file}.</source>
        <translation>未读取操作系统的文件：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>Its outputs were sigmoids. Here they are probabilities (softmax) of the same sums: the order of the answers stays, the numbers change.</source>
        <translation>它的输出原为 sigmoid。在这里，它们是由同样的加权和得到的概率（softmax）：答案的顺序不变，数值会变。</translation>
    </message>
    <message>
        <source>No samples would be left to learn these classes from: {names}. All of them are set aside for validation or testing. Add samples, or leave these classes out.</source>
        <translation>以下类别没有样本可供学习：{names}。它们的样本全部留作验证或测试。请增加样本，或去掉这些类别。</translation>
    </message>
    <message>
        <source>Non-digits and stroke augmentation are for networks that see ink, not pictures.</source>
        <translation>非数字样本和笔画增强只用于看墨迹的网络，不用于看图片的网络。</translation>
    </message>
    <message>
        <source>Page 1 of {count} of {file} was read.</source>
        <translation>已读取 {file} 的第 1 页，共 {count} 页。</translation>
    </message>
    <message>
        <source>Picture 1 of {count} of {file} was read.</source>
        <translation>已读取 {file} 的第 1 张图片，共 {count} 张。</translation>
    </message>
    <message>
        <source>Pictures in colour: {count} of {all} looked at. A network that sees ink drops their colours; one with three channels, such as lenet-relu, that sees pictures keeps them (--sees picture).</source>
        <translation>查看的 {all} 张图片中有 {count} 张是彩色的。看墨迹的网络会丢掉颜色；有三个通道、看图片的网络（如 lenet-relu）会保留颜色（--sees picture）。</translation>
    </message>
    <message>
        <source>Pictures in colour: {count} of {all} looked at. This network sees them in grey; one with three channels, such as lenet-relu, sees their colours.</source>
        <translation>查看的 {all} 张图片中有 {count} 张是彩色的。这个网络只看到灰度；有三个通道的网络（如 lenet-relu）能看到它们的颜色。</translation>
    </message>
    <message>
        <source>Pictures outside of the class folders, not read: {count}, such as {file}.</source>
        <translation>未读取类别文件夹之外的图片：{count} 幅，例如 {file}。</translation>
    </message>
    <message>
        <source>Pictures that cannot be read, left out: {count}. {error}</source>
        <translation>已略去无法读取的图片：{count} 幅。{error}</translation>
    </message>
    <message>
        <source>RTSP streams (rtsp:) cannot be read. Many cameras also have an MJPEG stream, whose address begins with http.</source>
        <translation>无法读取 RTSP 流（rtsp:）。许多摄像头还提供 MJPEG 流，其地址以 http 开头。</translation>
    </message>
    <message>
        <source>Scribbles are ink, and this network sees pictures. Name other data.</source>
        <translation>涂鸦是墨迹，而此网络看的是图片。请指定其他数据。</translation>
    </message>
    <message>
        <source>The RBF outputs compare with the drawn codes of ten digits, so this network needs 10 classes and cannot have {classes}. Name ten (--classes 0,1,2,3,4,5,6,7,8,9), or choose another architecture.</source>
        <translation>RBF 输出与十个数字的手绘编码作比较，因此这个网络需要 10 个类别，不能有 {classes} 个。请列出十个类别（--classes 0,1,2,3,4,5,6,7,8,9），或选择其他架构。</translation>
    </message>
    <message>
        <source>The file of this network does not say which data it was trained on. Name the data to test it on.</source>
        <translation>这个网络的文件没有说明它用哪些数据训练。请指定用来测试它的数据。</translation>
    </message>
    <message>
        <source>The image has {pixels} million pixels; at most {most} million are supported.</source>
        <translation>该图像有 {pixels} 百万像素；最多支持 {most} 百万像素。</translation>
    </message>
    <message>
        <source>The input of {file} has the shape {shape}; a network here reads pictures of one or three channels.</source>
        <translation>{file} 的输入形状为 {shape}；这里的网络读取一个或三个通道的图像。</translation>
    </message>
    <message>
        <source>The inputs have the shape {shape}; {name} needs {wanted}, or that with a batch axis in front.</source>
        <translation>输入的形状是 {shape}；{name} 需要 {wanted}，前面还可以有一个批次轴。</translation>
    </message>
    <message>
        <source>The inputs of a network are numbers.</source>
        <translation>网络的输入必须是数。</translation>
    </message>
    <message>
        <source>The label {label} is no class name.</source>
        <translation>标签 {label} 不是类别名称。</translation>
    </message>
    <message>
        <source>The network has {count} outputs; you named {classes} classes.</source>
        <translation>该网络有 {count} 个输出，而您给出了 {classes} 个类别。</translation>
    </message>
    <message>
        <source>The script that repeats a training reads digits, but {name} sees pictures. Export it as a PyTorch network.</source>
        <translation>重复训练的脚本读取的是数字，而 {name} 看的是图片。请将其导出为 PyTorch 网络。</translation>
    </message>
    <message>
        <source>The training data has classes that are not among those to learn: {names}. Add them.</source>
        <translation>训练数据中有不在所学类别之内的类别：{names}。请把它们加上。</translation>
    </message>
    <message>
        <source>The training has not ended: take all of its steps first.</source>
        <translation>训练尚未结束：请先取完它的所有步骤。</translation>
    </message>
    <message>
        <source>The values of the pixels end at {most}; they were stretched to 0 to 255.</source>
        <translation>像素值最大只到 {most}；已拉伸到 0 至 255。</translation>
    </message>
    <message>
        <source>The weights of {name} are too large: its answer is not a number.</source>
        <translation>{name} 的权重过大：其答案不是数字。</translation>
    </message>
    <message>
        <source>The weights {weights} do not have the size that {file} says.</source>
        <translation>权重 {weights} 的大小与 {file} 所述不符。</translation>
    </message>
    <message>
        <source>The {count} processes of this training do not find each other: {why}.</source>
        <translation>此训练的 {count} 个进程无法互相找到：{why}。</translation>
    </message>
    <message>
        <source>There are {labels} labels for {pictures} pictures.</source>
        <translation>{pictures} 张图像却有 {labels} 个标签。</translation>
    </message>
    <message>
        <source>There is neither a file nor a command named {name}. Did you mean {near}?</source>
        <translation>没有名为 {name} 的文件或命令。您是指 {near} 吗？</translation>
    </message>
    <message>
        <source>There is no choice {number}; there are {count}.</source>
        <translation>没有第 {number} 个选择；共有 {count} 个。</translation>
    </message>
    <message>
        <source>There is no data named {source}. Data can be &apos;mnist-train&apos;, &apos;mnist-test&apos;, or the path of an IDX or CSV file, of a folder with one folder per class, of Keras&apos; mnist.npz, or of a stroke set.</source>
        <translation>没有数据 {source}。数据可以是 &apos;mnist-train&apos;、&apos;mnist-test&apos;，或 IDX 或 CSV 文件、按类别分子文件夹的文件夹、Keras 的 mnist.npz、笔画集的路径。</translation>
    </message>
    <message>
        <source>This network was trained on {names}, which cannot be found. Name the data to test it on.</source>
        <translation>这个网络用 {names} 训练，但找不到这些数据。请指定用来测试它的数据。</translation>
    </message>
    <message>
        <source>This step is too large: afterwards the answer would not be a number. Choose a smaller rate.</source>
        <translation>这一步太大：走完以后，答案就不再是数了。请选择更小的学习率。</translation>
    </message>
    <message>
        <source>With --as-is nothing is rejected: leave out {option}.</source>
        <translation>使用 --as-is 时不会拒识：请去掉 {option}。</translation>
    </message>
    <message>
        <source>form of pictures</source>
        <translation>图片形式</translation>
    </message>
    <message>
        <source>it contains no weights of convolutions or full layers.</source>
        <translation>其中没有卷积层或全连接层的权重。</translation>
    </message>
    <message>
        <source>it has a softmax before its last layer.</source>
        <translation>它在最后一层之前有 softmax。</translation>
    </message>
    <message>
        <source>it has {classes} class names for {outputs} outputs.</source>
        <translation>它有 {classes} 个类别名称，却有 {outputs} 个输出。</translation>
    </message>
    <message>
        <source>it has {count} convolutions; weights without a description are understood for up to {most}.</source>
        <translation>它有 {count} 个卷积层；没有描述的权重最多只能理解 {most} 个卷积层。</translation>
    </message>
    <message>
        <source>it has {count} layers with weights; a network here has at most {most}.</source>
        <translation>它有 {count} 个带权重的层；这里的网络最多有 {most} 个。</translation>
    </message>
    <message>
        <source>its architecture has an unusable entry {key}.</source>
        <translation>其架构中的条目 {key} 无法使用。</translation>
    </message>
    <message>
        <source>its class names are not texts of 1 to 100 visible characters.</source>
        <translation>其类别名称不是 1 到 100 个可见字符的文本。</translation>
    </message>
    <message>
        <source>its function {function} does not follow a layer that has none yet.</source>
        <translation>它的函数 {function} 前面没有尚无函数的层。</translation>
    </message>
    <message>
        <source>its graph gives other answers than its layers do.</source>
        <translation>它的计算图给出的答案与它的各层不同。</translation>
    </message>
    <message>
        <source>its input has the shape {shape}; networks here read squares of one or three channels.</source>
        <translation>它的输入形状为 {shape}；这里的网络读取一个或三个通道的正方形图像。</translation>
    </message>
    <message>
        <source>its inputs are scaled to no usable range.</source>
        <translation>它的输入缩放后的范围无法使用。</translation>
    </message>
    <message>
        <source>its last layer has neither a softmax nor RBF outputs.</source>
        <translation>其最后一层既没有 softmax，也没有 RBF 输出。</translation>
    </message>
    <message>
        <source>its last layer is no full layer, so it has no classes.</source>
        <translation>它的最后一层不是全连接层，因此没有类别。</translation>
    </message>
    <message>
        <source>its layer {layer} does not fit the one below: {why}.</source>
        <translation>其层 {layer} 与下面一层不匹配：{why}。</translation>
    </message>
    <message>
        <source>its layer {layer} has too many units.</source>
        <translation>其层 {layer} 的单元太多。</translation>
    </message>
    <message>
        <source>its network is too large: {parameters} parameters and {connections} connections; the limits are {most} and {most_connections}.</source>
        <translation>其网络太大：{parameters} 个参数和 {connections} 个连接；上限为 {most} 和 {most_connections}。</translation>
    </message>
    <message>
        <source>its normalization {layer} does not follow a convolution or a full layer at once, so it cannot be made a part of one.</source>
        <translation>它的归一化层 {layer} 没有紧跟在卷积层或全连接层之后，因此无法并入其中。</translation>
    </message>
    <message>
        <source>its outputs have the function {function}; a network here ends in a softmax.</source>
        <translation>它的输出使用函数 {function}；这里的网络以 softmax 结尾。</translation>
    </message>
    <message>
        <source>its weights are not one chain from a picture to its classes.</source>
        <translation>它的权重不能从图像到类别连成一条链。</translation>
    </message>
    <message>
        <source>nothing that fits its shapes is as you say.</source>
        <translation>没有既符合其形状又符合您所说的组合。</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>纸</translation>
    </message>
    <message>
        <source>part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>the kernels {weights} are not square: {shape}.</source>
        <translation>卷积核 {weights} 不是正方形：{shape}。</translation>
    </message>
    <message>
        <source>the weights do not fit {name}, or what is known of the network is not as there.</source>
        <translation>权重与 {name} 不符，或者该网络的已知信息与其不同。</translation>
    </message>
    <message>
        <source>the weights {weights} have the shape {found}, which does not fit the {below} units below.</source>
        <translation>权重 {weights} 的形状为 {found}，与下面的 {below} 个单元不符。</translation>
    </message>
    <message>
        <source>the weights {weights} have the shape {found}, which no layer here has.</source>
        <translation>权重 {weights} 的形状为 {found}，这里没有这样的层。</translation>
    </message>
    <message>
        <source>the weights {weights} have the shape {found}; {units} numbers belong there.</source>
        <translation>权重 {weights} 的形状为 {found}；那里应有 {units} 个数。</translation>
    </message>
    <message>
        <source>the weights {weights} of shape {found} belong to no layer.</source>
        <translation>形状为 {found} 的权重 {weights} 不属于任何层。</translation>
    </message>
    <message>
        <source>the weights {weights} of shape {found} cannot follow {before} of shape {shape}.</source>
        <translation>形状为 {found} 的权重 {weights} 不能接在形状为 {shape} 的 {before} 之后。</translation>
    </message>
    <message>
        <source>the weights {weights} of shape {found} come first, but do not read a picture of one or three channels.</source>
        <translation>形状为 {found} 的权重 {weights} 排在最前，但读取的不是一个或三个通道的图像。</translation>
    </message>
    <message>
        <source>the weights {weights} read {units} units; no input of usual size, padding and pooling leads to as many.</source>
        <translation>权重 {weights} 读取 {units} 个单元；常见的输入大小、填充和池化都得不到这个数目。</translation>
    </message>
    <message>
        <source>{count} of these files cannot be opened: {files}. {why}</source>
        <translation>其中 {count} 个文件无法打开：{files}。{why}</translation>
    </message>
    <message>
        <source>{count} pictures of {shape} take more memory than is supported.</source>
        <translation>{count} 张 {shape} 的图片所需的内存超出了支持的范围。</translation>
    </message>
    <message>
        <source>{data} has pictures of {its}; {name} reads {wanted}. Read the data for this network.</source>
        <translation>{data} 的图像是 {its}；{name} 读取 {wanted}。请为这个网络读取数据。</translation>
    </message>
    <message>
        <source>{file} cannot be a teacher of this network: one sees ink, the other pictures.</source>
        <translation>{file} 不能作此网络的教师：一个看墨迹，另一个看图片。</translation>
    </message>
    <message>
        <source>{file} cannot be decoded: the helper process cannot be started.</source>
        <translation>无法解码 {file}：无法启动辅助进程。</translation>
    </message>
    <message>
        <source>{file} cannot be imported: its layer {layer} ({kind}) is of a kind, or has settings, that networks here do not have.</source>
        <translation>无法导入 {file}：其中的层 {layer}（{kind}）的种类或设置是这里的网络所没有的。</translation>
    </message>
    <message>
        <source>{file} cannot be imported: its layers are not one chain from a picture to its classes.</source>
        <translation>无法导入 {file}：它的各层不能从图像到类别连成一条链。</translation>
    </message>
    <message>
        <source>{file} cannot be imported: {why}</source>
        <translation>无法导入 {file}：{why}</translation>
    </message>
    <message>
        <source>{file} contains more than weights: it names {code}. A file&apos;s code is never run. Save the weights alone: torch.save(model.state_dict(), …).</source>
        <translation>{file} 中不只有权重：它提到了 {code}。文件中的代码绝不会被运行。请只保存权重：torch.save(model.state_dict(), …)。</translation>
    </message>
    <message>
        <source>{file} contains more than {most} samples, which is the maximum.</source>
        <translation>{file} 中的样本超过 {most} 个，即可读取的上限。</translation>
    </message>
    <message>
        <source>{file} contains no labels.</source>
        <translation>{file} 中没有标签。</translation>
    </message>
    <message>
        <source>{file} contains no samples.</source>
        <translation>{file} 中没有样本。</translation>
    </message>
    <message>
        <source>{file} contains no weights.</source>
        <translation>{file} 中没有权重。</translation>
    </message>
    <message>
        <source>{file} contains pictures of {rows} x {columns} pixels; at most {most} per side are supported.</source>
        <translation>{file} 中的图片为 {rows} x {columns} 像素；每边最多读取 {most} 像素。</translation>
    </message>
    <message>
        <source>{file} contains weights for revision {its} of {name}. This program has revision {known}, which would give other answers with them. Train the network again.</source>
        <translation>{file} 是 {name} 第 {its} 版的权重；本程序的第 {known} 版用它们会读出不同的结果。请重新训练。</translation>
    </message>
    <message>
        <source>{file} contains weights, but does not say of which network. It is not a checkpoint of this program.</source>
        <translation>{file} 含有权重，但没有说明属于哪个网络：它不是本程序的检查点。</translation>
    </message>
    <message>
        <source>{file} has changed since the training, so the network may have learned from some of it.</source>
        <translation>{file} 在训练之后有过改动，因此网络可能学过其中的一部分。</translation>
    </message>
    <message>
        <source>{file} has far more parts than a network.</source>
        <translation>{file} 的组成部分远多于一个网络。</translation>
    </message>
    <message>
        <source>{file} has learned from what --sees calls {its}; it cannot be trained further on {wanted}.</source>
        <translation>{file} 学的是 --sees 所说的 {its}，不能用 {wanted} 继续训练。</translation>
    </message>
    <message>
        <source>{file} has more than {most} arrays, far more than a network of this kind.</source>
        <translation>{file} 有超过 {most} 个数组，远多于这类网络。</translation>
    </message>
    <message>
        <source>{file} has more than {most} million weights, the limit.</source>
        <translation>{file} 的权重超过了上限，即 {most} 百万个。</translation>
    </message>
    <message>
        <source>{file} has no labels: each of its {count} columns is a pixel. A column of labels is needed before them.</source>
        <translation>{file} 没有标签：它的 {count} 列都是像素。前面需要一列标签。</translation>
    </message>
    <message>
        <source>{file} has no test part within it.</source>
        <translation>{file} 里面没有测试部分。</translation>
    </message>
    <message>
        <source>{file} has no {name}.</source>
        <translation>{file} 没有 {name}。</translation>
    </message>
    <message>
        <source>{file} has two entries named {name}.</source>
        <translation>{file} 中有两个名为 {name} 的条目。</translation>
    </message>
    <message>
        <source>{file} has {count} inputs; a network here reads one picture.</source>
        <translation>{file} 有 {count} 个输入；这里的网络只读取一幅图像。</translation>
    </message>
    <message>
        <source>{file} includes too many files: {files}.</source>
        <translation>{file} 包含的文件太多：{files} 个。</translation>
    </message>
    <message>
        <source>{file} is JSON, but not a drawing of this program.</source>
        <translation>{file} 是 JSON，但不是本程序的手写稿。</translation>
    </message>
    <message>
        <source>{file} is a Keras or HDF5 file. To read it, install h5py: pip install &apos;lenet_gui[keras]&apos;.</source>
        <translation>{file} 是 Keras 或 HDF5 文件。要读取它，请安装 h5py：pip install &apos;lenet_gui[keras]&apos;。</translation>
    </message>
    <message>
        <source>{file} is a PyTorch file. To read it, install PyTorch: pip install torch</source>
        <translation>{file} 是 PyTorch 文件。要读取它，请安装 PyTorch：pip install torch</translation>
    </message>
    <message>
        <source>{file} is a TorchScript program. Programs are not run. Save the weights alone: torch.save(model.state_dict(), …).</source>
        <translation>{file} 是 TorchScript 程序。程序不会被运行。请只保存权重：torch.save(model.state_dict(), …)。</translation>
    </message>
    <message>
        <source>{file} is damaged ({why}).</source>
        <translation>{file} 已损坏（{why}）。</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} 已损坏。</translation>
    </message>
    <message>
        <source>{file} is no network that this program can import. It imports PyTorch, safetensors, ONNX, Keras and NumPy files.</source>
        <translation>{file} 不是本程序能导入的网络。可导入 PyTorch、safetensors、ONNX、Keras 和 NumPy 文件。</translation>
    </message>
    <message>
        <source>{file} is not an ONNX model of a network like LeNet.</source>
        <translation>{file} 不是类似 LeNet 的网络的 ONNX 模型。</translation>
    </message>
    <message>
        <source>{file} keeps its weights in another file. Export it with its weights inside, in PyTorch with external_data=False.</source>
        <translation>{file} 的权重保存在另一个文件中。请将权重一并导出，在 PyTorch 中使用 external_data=False。</translation>
    </message>
    <message>
        <source>{file} lacks weights of the layer {layer}.</source>
        <translation>{file} 缺少层 {layer} 的权重。</translation>
    </message>
    <message>
        <source>{file} refers to weights in other files or places, which are not followed.</source>
        <translation>{file} 引用了其他文件或位置中的权重，本程序不会跟随这些引用。</translation>
    </message>
    <message>
        <source>{file} takes more memory than a network of its kind.</source>
        <translation>{file} 占用的内存多于同类网络。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more data than a network of its kind.</source>
        <translation>{file} 解压后的数据远多于同类网络。</translation>
    </message>
    <message>
        <source>{name} sees each picture as a whole, so it cannot look for digits on a page. Choose another network.</source>
        <translation>{name} 把每张图片看作一个整体，因此不能在页面上寻找数字。请选择另一个网络。</translation>
    </message>
    <message>
        <source>{word} is no range of inputs. Ranges: {names}, or two numbers such as -0.5..0.5.</source>
        <translation>{word} 不是输入范围。可用的范围：{names}，或两个数，如 -0.5..0.5。</translation>
    </message>
    <message>
        <source>{file} is a PDF document, which this program cannot read. Save its page as a picture (PNG or JPEG), or take a screenshot of it.</source>
        <translation>{file} 是 PDF 文档，本程序无法读取。请将其页面另存为图片（PNG 或 JPEG），或截取屏幕。</translation>
    </message>
    <message>
        <source>{file} is a HEIC picture, which this program cannot read. Save it as JPEG or PNG in the program that shows it, or let the phone take its photos as JPEG.</source>
        <translation>{file} 是 HEIC 图片，本程序无法读取。请在能显示它的程序中另存为 JPEG 或 PNG，或让手机以 JPEG 拍照。</translation>
    </message>
    <message>
        <source>{file} is an SVG drawing, which this program cannot read. Save it as PNG.</source>
        <translation>{file} 是 SVG 图形，本程序无法读取。请另存为 PNG。</translation>
    </message>
    <message>
        <source>{file} is a network of another program. Import it: open it in the window, or with &apos;lenet-gui import&apos;.</source>
        <translation>{file} 是其他程序的网络。请导入它：在窗口中打开，或使用 &apos;lenet-gui import&apos;。</translation>
    </message>
    <message>
        <source>{file} is an office document, which this program cannot read. Save its page as a picture, or take a screenshot of it.</source>
        <translation>{file} 是办公文档，本程序无法读取。请将其页面另存为图片，或截取屏幕。</translation>
    </message>
    <message>
        <source>{file} is a ZIP archive. Unpack it, and open what is in it.</source>
        <translation>{file} 是 ZIP 压缩包。请解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>{file} is an archive. Unpack it, and open what is in it.</source>
        <translation>{file} 是压缩包。请解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>{file} is a sound, which has no digits to see.</source>
        <translation>{file} 是声音文件，其中没有可看的数字。</translation>
    </message>
    <message>
        <source>{file} is a web page. Save the picture that is on it, and open that.</source>
        <translation>{file} 是网页。请保存其中的图片，然后打开该图片。</translation>
    </message>
    <message>
        <source>{file} is a damaged gzip file.</source>
        <translation>{file} 是损坏的 gzip 文件。</translation>
    </message>
    <message>
        <source>{file} is a folder, not a file.</source>
        <translation>{file} 是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>{file} is a folder; name a file to write.</source>
        <translation>{file} 是文件夹；请指定要写入的文件。</translation>
    </message>
    <message>
        <source>{file} is a stroke set; it cannot be inverted or turned.</source>
        <translation>{file} 是笔画集，不能反色或转动。</translation>
    </message>
    <message>
        <source>{file} is closed.</source>
        <translation>{file} 已关闭。</translation>
    </message>
    <message>
        <source>{file} is damaged: decoding it failed.</source>
        <translation>{file} 已损坏：无法解码。</translation>
    </message>
    <message>
        <source>{file} is incomplete: it ends before all of its data.</source>
        <translation>{file} 不完整：数据没有结束文件就结束了。</translation>
    </message>
    <message>
        <source>{file} is incomplete: it ends inside its header.</source>
        <translation>{file} 不完整：在文件头中就结束了。</translation>
    </message>
    <message>
        <source>{folder} has several data sets; choose one of them: {files}.</source>
        <translation>{folder} 中有多个数据集；请选择其中一个：{files}。</translation>
    </message>
    <message>
        <source>{host} redirects to something that is not an address.</source>
        <translation>{host} 重定向到的不是一个地址。</translation>
    </message>
    <message>
        <source>{file} is damaged, so this training cannot be resumed.</source>
        <translation>{file} 已损坏：这次训练无法继续。</translation>
    </message>
    <message>
        <source>{file} is damaged: {why}.</source>
        <translation>{file} 已损坏：{why}。</translation>
    </message>
    <message>
        <source>{file} is incomplete: its end is missing.</source>
        <translation>{file} 不完整：缺少结尾。</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, the limit for this kind of file.</source>
        <translation>{file} 大于 {limit} MB，即这类文件的上限。</translation>
    </message>
    <message>
        <source>{file} is longer than its header says.</source>
        <translation>{file} 比文件头所说的更长。</translation>
    </message>
    <message>
        <source>{file} is no table of digits: it has {count} columns; a label and {pixels} values of pixels are needed.</source>
        <translation>{file} 不是数字的表格：它有 {count} 列；需要一个标签和 {pixels} 个像素值。</translation>
    </message>
    <message>
        <source>{file} is not a list of writers: it is not text.</source>
        <translation>{file} 不是书写者列表：它不是文本。</translation>
    </message>
    <message>
        <source>{file} is not a list of writers: line {number} does not name a stroke set and a writer.</source>
        <translation>{file} 不是书写者列表：第 {number} 行没有写明笔画集和书写者。</translation>
    </message>
    <message>
        <source>{file} is not a mapping of labels to characters: it has the line {line}.</source>
        <translation>{file} 不是标签到字符的对照表：其中有一行是 {line}。</translation>
    </message>
    <message>
        <source>{file} is not a stroke set: {what}.</source>
        <translation>{file} 不是笔画集：{what}。</translation>
    </message>
    <message>
        <source>{file} is not a stroke set: {why}.</source>
        <translation>{file} 不是笔画集：{why}。</translation>
    </message>
    <message>
        <source>{file} is not a video that can be played.</source>
        <translation>{file} 不是可播放的视频。</translation>
    </message>
    <message>
        <source>{file} is not a UNIPEN file: it has no segments.</source>
        <translation>{file} 不是 UNIPEN 文件：其中没有分段。</translation>
    </message>
    <message>
        <source>{file} is not a readable npz file.</source>
        <translation>{file} 不是可读的 npz 文件。</translation>
    </message>
    <message>
        <source>{file} is not a safetensors file.</source>
        <translation>{file} 不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>{file} is not an IDX file of bytes.</source>
        <translation>{file} 不是字节型的 IDX 文件。</translation>
    </message>
    <message>
        <source>{file} is not an image of a supported kind.</source>
        <translation>{file} 不是受支持的图像类型。</translation>
    </message>
    <message>
        <source>{file} is not a regular file.</source>
        <translation>{file} 不是普通文件。</translation>
    </message>
    <message>
        <source>{file} is not valid JSON.</source>
        <translation>{file} 不是可读的 JSON。</translation>
    </message>
    <message>
        <source>{file} belongs to a training with another {what}. Resume with the same settings.</source>
        <translation>{file} 属于另一次训练，其 {what} 不同。请用相同的设置继续。</translation>
    </message>
    <message>
        <source>{file} has the architecture {its}, not {wanted}: its weights do not fit.</source>
        <translation>{file} 的架构是 {its}，而不是 {wanted}：权重不匹配。</translation>
    </message>
    <message>
        <source>{file} already exists.</source>
        <translation>{file} 已经存在。</translation>
    </message>
    <message>
        <source>{file} already exists. Use --output to name another file, or this one to replace it.</source>
        <translation>{file} 已经存在；用 --output 指定另一个文件，或指定这个文件以替换它。</translation>
    </message>
    <message>
        <source>{file} lists writers of {sets}, which is not in the data.</source>
        <translation>{file} 列出了 {sets} 的书写者，但数据中没有它。</translation>
    </message>
    <message>
        <source>{file} claims to contain {shape} bytes, which is nothing or too much.</source>
        <translation>{file} 声称含有 {shape} 字节：要么为空，要么太多。</translation>
    </message>
    <message>
        <source>{file} unpacks to far more data than pictures of its size do.</source>
        <translation>{file} 解压后的数据远多于这种大小的图片。</translation>
    </message>
    <message>
        <source>{file} unpacks to more data than is supported.</source>
        <translation>{file} 解压后超出可读取的上限。</translation>
    </message>
    <message>
        <source>{file} was written in format {version}; this program reads format {known}.</source>
        <translation>{file} 的格式版本是 {version}；本程序读取格式 {known}。</translation>
    </message>
    <message>
        <source>The metadata of {file} would be too large.</source>
        <translation>{file} 的元数据太大。</translation>
    </message>
    <message>
        <source>Folders that are no classes, not read: {count}, such as {file}.</source>
        <translation>未读取不是类别的文件夹：{count} 个，例如 {file}。</translation>
    </message>
    <message>
        <source>{file} is a text file, which this program cannot use.</source>
        <translation>{file} 是文本文件，本程序无法使用。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空文件。</translation>
    </message>
    <message>
        <source>{file} is of no kind that this program knows.</source>
        <translation>{file} 的类型本程序不认识。</translation>
    </message>
    <message>
        <source>{file} shows no picture: this computer cannot decode it, or not within {seconds} seconds.</source>
        <translation>{file} 没有显示画面：这台计算机无法解码，或无法在 {seconds} 秒内解码。</translation>
    </message>
    <message>
        <source>{file} takes longer to decode than {seconds} seconds, the limit.</source>
        <translation>解码 {file} 需要超过 {seconds} 秒，这是上限。</translation>
    </message>
    <message>
        <source>{file} takes more memory to decode than {most} MB, the limit.</source>
        <translation>解码 {file} 需要超过 {most} MB 内存，这是上限。</translation>
    </message>
    <message>
        <source>{file} was not opened, since others were opened with it.</source>
        <translation>{file} 未打开，因为同时打开了其他文件。</translation>
    </message>
    <message>
        <source>{file} was written in format {version}; this program reads {known}.</source>
        <translation>{file} 以格式 {version} 写成；本程序读取 {known}。</translation>
    </message>
    <message>
        <source>{file}, line {line}: &apos;{word}&apos; is not a valid number.</source>
        <translation>{file} 第 {line} 行：&apos;{word}&apos; 不是可用的数字。</translation>
    </message>
    <message>
        <source>{file}, line {line}: .{keyword} needs one number above 0.</source>
        <translation>{file} 第 {line} 行：.{keyword} 需要一个大于 0 的数字。</translation>
    </message>
    <message>
        <source>{file}, line {line}: it includes {name} in a loop, or too deeply.</source>
        <translation>{file} 第 {line} 行：循环包含 {name}，或包含层次太深。</translation>
    </message>
    <message>
        <source>{file}, line {line}: the included file {name} is neither beside it nor in a folder &apos;include&apos; above it.</source>
        <translation>{file} 第 {line} 行：它包含的文件 {name} 既不在旁边，也不在上级的 &apos;include&apos; 文件夹中。</translation>
    </message>
    <message>
        <source>{file}, line {line}: there is pen movement, but no .COORD with X and Y that says how to read it.</source>
        <translation>{file} 第 {line} 行：有笔的移动，但没有含 X 和 Y 的 .COORD 说明如何读取。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {count} numbers do not form whole points of {names}.</source>
        <translation>{file} 第 {line} 行：{count} 个数字不能组成完整的 {names} 点。</translation>
    </message>
    <message>
        <source>{file}: line {number} is no row of a label and {pixels} values from 0 to 255.</source>
        <translation>{file}：第 {number} 行不是一个标签加 {pixels} 个 0 到 255 的值。</translation>
    </message>
    <message>
        <source>{file}: {name} has no label for each of {count} pictures.</source>
        <translation>{file}：{name} 没有为 {count} 幅图片各给一个标签。</translation>
    </message>
    <message>
        <source>{file}: {name} has the shape {shape}; pictures, rows and columns are needed.</source>
        <translation>{file}：{name} 的形状是 {shape}；需要图片、行、列三个轴。</translation>
    </message>
    <message>
        <source>{file}: {name} has values that are not from 0 to 255.</source>
        <translation>{file}：{name} 中有不在 0 到 255 之间的值。</translation>
    </message>
    <message>
        <source>{first} and {second} cannot be combined; choose one way to turn the pictures.</source>
        <translation>{first} 和 {second} 不能同时使用；请只选一种转动图片的方式。</translation>
    </message>
    <message>
        <source>{first} and {second} do not see the same of a picture. Choose a whole set of data to compare them on.</source>
        <translation>{first} 和 {second} 看到的图片内容不同。请选择一整套数据来比较它们。</translation>
    </message>
    <message>
        <source>{first} and {second} have no class in common with {data}.</source>
        <translation>{first} 和 {second} 与 {data} 没有共同的类别。</translation>
    </message>
    <message>
        <source>{first} and {second} were tested on different data.</source>
        <translation>{first} 和 {second} 是在不同的数据上测试的。</translation>
    </message>
    <message>
        <source>{folder} contains nothing that this program can open.</source>
        <translation>{folder} 中没有本程序能打开的内容。</translation>
    </message>
    <message>
        <source>{folder} has no folders with pictures. It needs one for each class, named after the class.</source>
        <translation>{folder} 中没有含图片的文件夹：每个类别应有一个以类别命名的文件夹。</translation>
    </message>
    <message>
        <source>{images} has {count} images, but {labels} has {other} labels.</source>
        <translation>{images} 有 {count} 幅图像，而 {labels} 有 {other} 个标签。</translation>
    </message>
    <message>
        <source>{name} cannot be a class: class names have 1 to {most} visible characters, and each differs.</source>
        <translation>{name} 不能作为类别：类别名称须有 1 到 {most} 个可见字符，且互不相同。</translation>
    </message>
    <message>
        <source>{name} cannot be {value}.</source>
        <translation>{name} 不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} has no trained weights. Train it with &apos;lenet-gui train --architecture {name}&apos;, then use it with &apos;--checkpoint&apos;.</source>
        <translation>{name} 没有训练好的权重。请用 &apos;lenet-gui train --architecture {name}&apos; 训练，再用 &apos;--checkpoint&apos; 使用。</translation>
    </message>
    <message>
        <source>{name} has too few samples to split: {count}; it needs at least {least}.</source>
        <translation>{name} 的样本太少，无法划分：只有 {count} 个；至少需要 {least} 个。</translation>
    </message>
    <message>
        <source>{name} has {count} channels, but sees ink: all of them get the same. To see colours, it must see pictures (--sees picture).</source>
        <translation>{name} 有 {count} 个通道，但看的是墨迹：各通道得到的内容相同。要看到颜色，它必须看图片（--sees picture）。</translation>
    </message>
    <message>
        <source>{name} is a reserved name on Windows. Choose another name.</source>
        <translation>{name} 是 Windows 的保留名称。请换一个名称。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统是只读的</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是文件夹</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>No computer named {host} was found.</source>
        <translation>找不到名为 {host} 的计算机。</translation>
    </message>
    <message>
        <source>{host} was reached, but nothing answers on port {port}.</source>
        <translation>已连接到 {host}，但端口 {port} 没有应答。</translation>
    </message>
    <message>
        <source>{host} does not answer.</source>
        <translation>{host} 没有应答。</translation>
    </message>
    <message>
        <source>{host} closed the connection without an answer.</source>
        <translation>{host} 没有应答就关闭了连接。</translation>
    </message>
    <message>
        <source>{host} does not accept this name and password.</source>
        <translation>{host} 不接受此用户名和密码。</translation>
    </message>
    <message>
        <source>{host} asks for a password in a way that this program does not know.</source>
        <translation>{host} 要求密码的方式是本程序不支持的。</translation>
    </message>
    <message>
        <source>{host} answers, but sends no whole picture within {seconds} seconds.</source>
        <translation>{host} 有应答，但在 {seconds} 秒内没有发送完整的图片。</translation>
    </message>
    <message>
        <source>The stream from {host} has stopped.</source>
        <translation>来自 {host} 的流已停止。</translation>
    </message>
    <message>
        <source>{host} redirects without end.</source>
        <translation>{host} 不停地重定向。</translation>
    </message>
    <message>
        <source>Secure addresses (https) need OpenSSL, which is missing on this computer.</source>
        <translation>安全地址（https）需要 OpenSSL，而这台计算机上没有。</translation>
    </message>
    <message>
        <source>{host} redirects from a secure address to an insecure one.</source>
        <translation>{host} 从安全地址重定向到了不安全的地址。</translation>
    </message>
    <message>
        <source>{host} answers, but sends no picture.</source>
        <translation>{host} 有应答，但没有发来图像。</translation>
    </message>
    <message>
        <source>{host} requires a user name and a password: http://name:password@{host}:{port}/…</source>
        <translation>{host} 需要用户名和密码：http://name:password@{host}:{port}/…</translation>
    </message>
    <message>
        <source>A secure connection to {host} cannot be made: {why}.</source>
        <translation>无法与 {host} 建立安全连接：{why}。</translation>
    </message>
    <message>
        <source>{host} cannot be reached: {why}.</source>
        <translation>无法连接 {host}：{why}。</translation>
    </message>
    <message>
        <source>{host} denies access.</source>
        <translation>{host} 拒绝访问。</translation>
    </message>
    <message>
        <source>{host} has nothing at this address.</source>
        <translation>{host} 的这个地址上什么也没有。</translation>
    </message>
    <message>
        <source>{host} answers with the error {status}.</source>
        <translation>{host} 返回错误 {status}。</translation>
    </message>
    <message>
        <source>Another program is using the camera {camera}. Close that program, then try again.</source>
        <translation>另一个程序正在使用摄像头 {camera}。请关闭它再试一次。</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera. Allow it in the system settings, under privacy and camera.</source>
        <translation>系统不允许本程序使用摄像头。请在系统设置的“隐私”和“摄像头”中允许。</translation>
    </message>
    <message>
        <source>The camera {camera} was unplugged.</source>
        <translation>摄像头 {camera} 已被拔出。</translation>
    </message>
    <message>
        <source>The camera {camera} sends no picture. Another program may be using it.</source>
        <translation>摄像头 {camera} 没有画面。可能有另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>The camera {camera} does not work: {why}.</source>
        <translation>摄像头 {camera} 无法工作：{why}。</translation>
    </message>
    <message>
        <source>Accept the certificate of {host} for this address until the program ends? This computer does not trust it. SHA-256 fingerprint: {fingerprint}.</source>
        <translation>在程序结束之前，是否对此地址接受 {host} 的证书？这台计算机不信任该证书。SHA-256 指纹：{fingerprint}。</translation>
    </message>
    <message>
        <source>The server does not answer as a web server does. Check the port in the address.</source>
        <translation>该服务器的应答不像网络服务器。请检查地址中的端口。</translation>
    </message>
    <message>
        <source>The screen is no longer available.</source>
        <translation>该屏幕已不可用。</translation>
    </message>
    <message>
        <source>Enter a number from {low} to {high}.</source>
        <translation>请输入 {low} 到 {high} 之间的数。</translation>
    </message>
    <message>
        <source>“{text}” has too many decimals; at most {most} are possible.</source>
        <translation>“{text}”的小数位过多；最多 {most} 位。</translation>
    </message>
    <message>
        <source>{why} The value is still {value}.</source>
        <translation>{why}值仍为 {value}。</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数。</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” is no time. Enter seconds, or minutes and seconds as in 1:30.</source>
        <translation>“{text}”不是时间。请输入秒数，或像 1:30 这样的分和秒。</translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways. Enter it without a group separator.</source>
        <translation>“{text}”有两种读法。请输入不带千位分隔符的数。</translation>
    </message>
    <message>
        <source>PyTorch, which trains the networks, is not installed. Install it with: pip install torch</source>
        <translation>未安装用于训练网络的 PyTorch。请用以下命令安装：pip install torch</translation>
    </message>
    <message>
        <source>PyTorch, which trains the networks, cannot be loaded: {why}. Installing it again may help.</source>
        <translation>无法加载用于训练网络的 PyTorch：{why}。重新安装或许有用。</translation>
    </message>
    <message>
        <source>PyTorch {version} is too old to train networks, which takes {least} or later. Install it with: pip install --upgrade torch</source>
        <translation>PyTorch {version} 太旧，无法训练网络，需要 {least} 或更新的版本。安装命令：pip install --upgrade torch</translation>
    </message>
    <message>
        <source>The environment has {present}, as torchrun sets it, but not {missing}. Unset it, or start the training with torchrun.</source>
        <translation>环境变量中有 torchrun 所设的 {present}，但没有 {missing}。请取消设置，或用 torchrun 启动训练。</translation>
    </message>
    <message>
        <source>The environment variable {name} is {value}, which torchrun does not set. Unset it, or start the training with torchrun.</source>
        <translation>环境变量 {name} 的值为 {value}，这不是 torchrun 所设的值。请取消设置，或用 torchrun 启动训练。</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>End the tour (Esc)</source>
        <translation>结束导览 (Esc)</translation>
    </message>
    <message>
        <source>Go to the next stop</source>
        <translation>前往下一站</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 站，共 {1} 站</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Tour, {0}: {1}</source>
        <translation>导览，{0}：{1}</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Whether the network knows how sure it can be: of the answers with a probability of 90 %, 90 % should be right. The answers are sorted into ten groups by the probability of the best class; each point is a group, with the 95 % interval of its accuracy. Points below the dashed line mean that the network is too sure. The expected calibration error is the mean distance from that line.</source>
        <translation>网络是否知道自己有多大把握：概率为 90 % 的答案中，应有 90 % 正确。答案按最佳类别的概率分为十组；每个点是一组，并带有其准确率的 95 % 区间。点在虚线下方表示网络过于自信。预期校准误差是到这条线的平均距离。</translation>
    </message>
</context>
<context>
    <name>CameraSource</name>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>Freeze the picture (Space)</source>
        <translation>定格画面（空格键）</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Mirror the display; reading is not affected</source>
        <translation>镜像显示画面；不影响识别</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>取景框</translation>
    </message>
    <message>
        <source>Read only what is inside a frame: drag it, or press Ctrl or Shift with the arrow keys</source>
        <translation>只识别取景框内的内容：拖动它，或用 Ctrl、Shift 加方向键</translation>
    </message>
    <message>
        <source>Reads digits on paper in front of a camera, in a video, from a network camera, or on the screen. The camera is off whenever its picture is hidden.</source>
        <translation>识别摄像头前纸上的数字，或视频、网络摄像头、屏幕上的数字。看不到画面时，摄像头总是关闭的。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit here with mouse, pen or finger.</source>
        <translation>用鼠标、笔或手指在这里写一个数字。</translation>
    </message>
    <message>
        <source>Draw one digit. It is read while you draw.</source>
        <translation>写一个数字。书写的同时就会识别。</translation>
    </message>
    <message>
        <source>Draw one digit, as large as you like. It is read while you draw. Hold Shift to draw a straight segment. Esc discards the stroke; [ and ], or Ctrl and the wheel, change the pen width. The eraser, like the eraser end of a pen, takes whole strokes: what it would take is highlighted.</source>
        <translation>写一个数字，大小随意。书写的同时就会识别。按住 Shift 画直线段。Esc 放弃当前笔画，[ 和 ] 或 Ctrl 加滚轮改变笔的粗细。橡皮擦和笔的橡皮擦一端都擦除整条笔画：将被擦除的笔画会高亮显示。</translation>
    </message>
    <message>
        <source>receptive field of {0}</source>
        <translation>{0} 的感受野</translation>
    </message>
</context>
<context>
    <name>CertaintyCurve</name>
    <message>
        <source>Error rate by digits rejected</source>
        <translation>错误率与拒识率</translation>
    </message>
    <message>
        <source>Digits rejected</source>
        <translation>拒识的数字</translation>
    </message>
    <message>
        <source>1990</source>
        <translation>1990</translation>
    </message>
    <message>
        <source>Wrong answers</source>
        <translation>错误的回答</translation>
    </message>
    <message>
        <source>Non-digits answered</source>
        <translation>作了回答的非数字</translation>
    </message>
</context>
<context>
    <name>CertaintyPanel</name>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Without a reject rule, a network answers every scribble, too. The dial sets how many mistakes in 100 answers are allowed; digits that are less certain are rejected. The curve shows what that costs, measured on digits that the network was not trained on: further right, more digits are rejected; lower, fewer of the rest are wrong.</source>
        <translation>没有拒识规则时，网络对涂鸦也会作答。旋钮规定每 100 个回答中允许错几个；把握更小的数字会被拒识。曲线显示其代价，在网络没有学过的数字上测得：越往右拒识的数字越多，越往下其余的错得越少。</translation>
    </message>
    <message>
        <source>Reset to &amp;measured</source>
        <translation>重置为实测(&amp;M)</translation>
    </message>
    <message>
        <source>Reset the dial to the position stored in the network&apos;s file</source>
        <translation>把旋钮重置到网络文件中保存的位置</translation>
    </message>
    <message>
        <source>&amp;Dial</source>
        <translation>旋钮(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;ject by</source>
        <translation>拒识依据(&amp;J)</translation>
    </message>
    <message>
        <source>Reject by</source>
        <translation>拒识依据</translation>
    </message>
    <message>
        <source>This network has not been calibrated, so it always answers.</source>
        <translation>这个网络尚未校准，因此它总是作答。</translation>
    </message>
    <message>
        <source>This network&apos;s file has one threshold, but no measurements for others. Run “lenet-gui calibrate” to add them.</source>
        <translation>这个网络的文件里有一个阈值，但没有其他阈值的测量结果。运行 “lenet-gui calibrate” 可以补上。</translation>
    </message>
</context>
<context>
    <name>ChangePictures</name>
    <message>
        <source>The change</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>Left: the change in two colours, orange where ink is added (or a picture becomes lighter), blue where it is taken away. Right: the changed digit as the network reads it.</source>
        <translation>左：用两种颜色显示改动，橙色处添加墨迹（或图像变亮），蓝色处去掉墨迹。右：网络读到的改动后的数字。</translation>
    </message>
</context>
<context>
    <name>ChangeSection</name>
    <message>
        <source>Smallest change that makes it {0} ▸</source>
        <translation>使它变成 {0} 的最小改动 ▸</translation>
    </message>
    <message>
        <source>Seek the smallest change of the ink with which the network answers {0}</source>
        <translation>寻找使网络回答 {0} 的最小墨迹改动</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在寻找……</translation>
    </message>
    <message>
        <source>No change that makes it this class was found.</source>
        <translation>没有找到使它变成这个类别的改动。</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Part of the change</source>
        <translation>改动的比例</translation>
    </message>
    <message>
        <source>How much of the change is made, from none to all</source>
        <translation>改动了多少，从没有到全部</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Make the change from none to all of it</source>
        <translation>从没有到全部，演示这一改动</translation>
    </message>
</context>
<context>
    <name>ClassDeltas</name>
    <message>
        <source>Gradient of each output</source>
        <translation>每个输出的梯度</translation>
    </message>
</context>
<context>
    <name>ClassFiguresTable</name>
    <message>
        <source>Precision and recall</source>
        <translation>精确率和召回率</translation>
    </message>
    <message>
        <source>How well each class is read; click a heading to sort</source>
        <translation>每个类别识别得如何；点击表头可排序</translation>
    </message>
    <message>
        <source>Precision: how many of the answers with this class are right. Recall: how many of the samples of this class are read right. Answers count as if none were rejected.</source>
        <translation>精确率：给出该类别的答案中有多少是正确的。召回率：该类别的样本中有多少被正确识别。计算时视为没有拒绝任何答案。</translation>
    </message>
    <message>
        <source>Class|Samples|Precision|Recall</source>
        <translation>类别|样本数|精确率|召回率</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes with their sample counts and examples</source>
        <translation>各类别、样本数和示例</translation>
    </message>
    <message>
        <source>Class {0}: {1} samples, {2} % of all</source>
        <translation>类别 {0}：{1} 个样本，占全部的 {2} %</translation>
    </message>
</context>
<context>
    <name>ClassesBox</name>
    <message>
        <source>Classes in the order of the outputs</source>
        <translation>按输出顺序排列的类别</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Take the classes of the training data, sorted</source>
        <translation>采用训练数据的类别，已排序</translation>
    </message>
</context>
<context>
    <name>Colour</name>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
</context>
<context>
    <name>ColourButton</name>
    <message>
        <source>&amp;Other …</source>
        <translation>其他(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>ColourButtons</name>
    <message>
        <source>Pen colour</source>
        <translation>笔的颜色</translation>
    </message>
    <message>
        <source>Paper colour</source>
        <translation>纸张颜色</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Which digits are shown</source>
        <translation>显示哪些数字</translation>
    </message>
    <message>
        <source>Digits that only one of the two misreads, or both</source>
        <translation>只有其中一个认错的数字，或两个都认错的</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
    <message>
        <source>Test part of {0}</source>
        <translation>{0} 的测试部分</translation>
    </message>
    <message>
        <source>{0} and {1} are being compared …</source>
        <translation>正在比较 {0} 和 {1} …</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>样本 {0}</translation>
    </message>
    <message>
        <source>Misread only by {0}: {1}</source>
        <translation>只有 {0} 认错：{1}</translation>
    </message>
    <message>
        <source>Misread by both: {0}</source>
        <translation>两者都认错：{0}</translation>
    </message>
    <message>
        <source>MNIST test digit {0}</source>
        <translation>MNIST 测试数字 {0}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Rows: label, columns: answer. Arrow keys and Enter, or click.</source>
        <translation>行：标签，列：答案。用方向键和回车键，或点击。</translation>
    </message>
    <message>
        <source>The number of digits with each label (row) that got each answer (column). The diagonal is correct; every other cell is an error. Choose a cell to see its digits.</source>
        <translation>每个标签（行）有多少数字得到哪个答案（列）。对角线上是正确的，其余都是错误的。选择一格可查看其中的数字。</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>ConnectionsPanel</name>
    <message>
        <source>Connection table</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>Which maps of S2 each map of C3 reads.</source>
        <translation>C3 的每个特征图读取 S2 的哪些特征图。</translation>
    </message>
    <message>
        <source>One column per map of C3 and one row per map of S2; a dot marks a connection. The network of 1998 omits some, which saves weights and makes the maps learn different features.</source>
        <translation>每列是一个 C3 特征图，每行是一个 S2 特征图，圆点表示一个连接。1998 年的网络省去了一些连接，这样可以节省权重，并使各特征图学到不同的特征。</translation>
    </message>
    <message>
        <source>{0} map {1} reads the maps {2} of {3}</source>
        <translation>{0} 特征图 {1} 读取 {3} 的特征图 {2}</translation>
    </message>
    <message>
        <source>This network has no convolution.</source>
        <translation>此网络没有卷积层。</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>缩略图总览</translation>
    </message>
    <message>
        <source>The digits read in each picture. Click or press Enter to open one.</source>
        <translation>每幅图片上识别出的内容。点击或按回车键打开一幅。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>How many of the files are read</source>
        <translation>已读取多少个文件</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading the remaining pictures</source>
        <translation>不再识别其余的图片</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export all digits as a table, one row per digit (CSV)</source>
        <translation>把所有数字导出为表格，每个数字一行 (CSV)</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>no digits</source>
        <translation>没有数字</translation>
    </message>
    <message>
        <source>Continue readin&amp;g</source>
        <translation>继续识别(&amp;G)</translation>
    </message>
    <message>
        <source>Pictures: {done} of {all} · digits: {digits}</source>
        <translation>图片：{done} / {all} · 数字：{digits}</translation>
    </message>
    <message>
        <source> · cannot be read: {bad}</source>
        <translation> · 无法读取：{bad}</translation>
    </message>
    <message>
        <source>digits.csv</source>
        <translation>数字.csv</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy this arithmetic to the clipboard</source>
        <translation>把这个算式复制到剪贴板</translation>
    </message>
    <message>
        <source>As &amp;text</source>
        <translation>作为文本(&amp;T)</translation>
    </message>
    <message>
        <source>As &amp;CSV</source>
        <translation>作为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>As &amp;LaTeX</source>
        <translation>作为 LaTeX(&amp;L)</translation>
    </message>
    <message>
        <source>As a &amp;picture (PNG)</source>
        <translation>作为图片 (PNG)(&amp;P)</translation>
    </message>
    <message>
        <source>As a &amp;drawing (SVG)</source>
        <translation>作为矢量图 (SVG)(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>The page clears in {0} s</source>
        <translation>{0} 秒后清空页面</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Loss by step</source>
        <translation>每步的损失</translation>
    </message>
    <message>
        <source>Error in percent by step</source>
        <translation>每步的错误率（%）</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练错误率</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>DataBox</name>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Select the data to train on; several sets are mixed.</source>
        <translation>选择用于训练的数据；多个数据集会混合。</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Import other labelled digits.</source>
        <translation>导入其他带标签的数字。</translation>
    </message>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>Data for the final test; the network is not trained on it.</source>
        <translation>用于最后测试的数据；网络不用它训练。</translation>
    </message>
    <message>
        <source>Include &amp;scribbles as non-digits</source>
        <translation>加入涂鸦作为非数字(&amp;S)</translation>
    </message>
    <message>
        <source>Include scribbles as non-digits</source>
        <translation>加入涂鸦作为非数字</translation>
    </message>
    <message>
        <source>Also train on scribbles and pairs of digits, which the network learns to reject. Needs the loss MAP.</source>
        <translation>也用涂鸦和连在一起的两个数字训练，网络会学会拒识它们。需要 MAP 损失。</translation>
    </message>
    <message>
        <source>&amp;Test data</source>
        <translation>测试数据(&amp;T)</translation>
    </message>
    <message>
        <source>the test part of the data</source>
        <translation>数据的测试部分</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
</context>
<context>
    <name>DataChoice</name>
    <message>
        <source>Test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>What to test on. Its own test part was set aside in the training.</source>
        <translation>用什么来测试。它自己的测试部分是训练时留出的。</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
    <message>
        <source>MNIST&apos;s training digits</source>
        <translation>MNIST 的训练数字</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>文件 …</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>文件夹 …</translation>
    </message>
    <message>
        <source>A folder with one folder of pictures per class</source>
        <translation>每个类别各有一个图片文件夹的文件夹</translation>
    </message>
    <message>
        <source>Its own test part</source>
        <translation>它自己的测试部分</translation>
    </message>
    <message>
        <source>Its own validation part</source>
        <translation>它自己的验证部分</translation>
    </message>
    <message>
        <source>Its own training part</source>
        <translation>它自己的训练部分</translation>
    </message>
</context>
<context>
    <name>DataSources</name>
    <message>
        <source>{0} (missing)</source>
        <translation>{0}（不存在）</translation>
    </message>
</context>
<context>
    <name>DataWords</name>
    <message>
        <source>{0} (test part)</source>
        <translation>{0}（测试部分）</translation>
    </message>
    <message>
        <source>{0} (validation part)</source>
        <translation>{0}（验证部分）</translation>
    </message>
    <message>
        <source>{0} (training part)</source>
        <translation>{0}（训练部分）</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
    <message>
        <source>MNIST&apos;s training digits</source>
        <translation>MNIST 的训练数字</translation>
    </message>
    <message>
        <source>other writers&apos; pen digits</source>
        <translation>其他书写者的手写笔数字</translation>
    </message>
    <message>
        <source>its test data</source>
        <translation>它的测试数据</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0}和{1}</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断信息</translation>
    </message>
    <message>
        <source>This text will be copied, and nothing else. It names no files, folders, cameras or addresses; what was left out is marked with …</source>
        <translation>只会复制这段文本。其中不含文件、文件夹、摄像头或地址的名称；略去的内容以 … 标出</translation>
    </message>
    <message>
        <source>Versions, and the end of the log</source>
        <translation>版本和日志末尾</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>将文本复制到剪贴板</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭这个窗口 (Esc)</translation>
    </message>
    <message>
        <source>Diagnostics copied</source>
        <translation>诊断信息已复制</translation>
    </message>
</context>
<context>
    <name>Dial</name>
    <message>
        <source>Certainty: {0}</source>
        <translation>把握：{0}</translation>
    </message>
    <message>
        <source>This network has not been calibrated; it always answers</source>
        <translation>这个网络尚未校准；它总是作答</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
</context>
<context>
    <name>DigitGrid</name>
    <message>
        <source>Arrow keys move; Enter selects a digit.</source>
        <translation>方向键移动，回车键选用一个数字。</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Explain this panel (F3 while it has the keyboard)</source>
        <translation>解释此面板（键盘在其中时按 F3）</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手写稿</translation>
    </message>
    <message>
        <source>Drawing that the desktop opens with lenet_gui</source>
        <translation>双击即用 lenet_gui 打开的手写稿</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>drawing.json</source>
        <translation>手写稿.json</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>拖放</translation>
    </message>
</context>
<context>
    <name>DragHandle</name>
    <message>
        <source>Drag the drawing out</source>
        <translation>把手写稿拖出去</translation>
    </message>
    <message>
        <source>Drag the drawing from here into another program</source>
        <translation>从这里把手写稿拖到其他程序中</translation>
    </message>
</context>
<context>
    <name>DrawingSource</name>
    <message>
        <source>Pen width</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>Stroke eraser</source>
        <translation>整笔橡皮擦</translation>
    </message>
    <message>
        <source>Erase with the pen (E). It takes whole strokes; what it would take is highlighted.</source>
        <translation>用笔擦除（E）。每次擦除整条笔画；将被擦除的笔画会高亮显示。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Pen width: [ and ], or Ctrl and the wheel</source>
        <translation>笔的粗细：[ 和 ]，或 Ctrl 加滚轮</translation>
    </message>
    <message>
        <source>Pen {0}</source>
        <translation>笔 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stroke(s)</source>
        <translation>
            <numerusform>%Ln 笔</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Choose &amp;file …</source>
        <translation>选择文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose an IDX file of images, a CSV file or an npz file</source>
        <translation>选择 IDX 图像文件、CSV 文件或 npz 文件</translation>
    </message>
    <message>
        <source>Choose f&amp;older …</source>
        <translation>选择文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose a folder with one folder per class</source>
        <translation>选择一个按类别分子文件夹的文件夹</translation>
    </message>
    <message>
        <source>Drop a file or a folder here</source>
        <translation>把文件或文件夹拖到这里</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Folder by class&lt;/b&gt;: one folder of pictures or drawings per class.&lt;/p&gt;&lt;p&gt;&lt;b&gt;IDX&lt;/b&gt;: MNIST, EMNIST, QMNIST, Fashion-MNIST; with the labels beside the images.&lt;/p&gt;&lt;p&gt;&lt;b&gt;CSV&lt;/b&gt;: a label and 784 values in each row, as Kaggle&apos;s train.csv, gzipped or not.&lt;/p&gt;&lt;p&gt;&lt;b&gt;npz&lt;/b&gt;: Keras&apos; mnist.npz, or a stroke set of labelled drawings and their writers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;按类别分文件夹&lt;/b&gt;：每个类别一个，里面是图片或手写稿。&lt;/p&gt;&lt;p&gt;&lt;b&gt;IDX&lt;/b&gt;：MNIST、EMNIST、QMNIST、Fashion-MNIST；标签文件在图像旁边。&lt;/p&gt;&lt;p&gt;&lt;b&gt;CSV&lt;/b&gt;：每行一个标签和 784 个值，如 Kaggle 的 train.csv，gzip 压缩与否均可。&lt;/p&gt;&lt;p&gt;&lt;b&gt;npz&lt;/b&gt;：Keras 的 mnist.npz，或带标签和书写者的手写稿笔画集。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop it here</source>
        <translation>放到这里</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>An internal error occurred. Your drawing is not affected.</source>
        <translation>程序发生内部错误。您写的内容不受影响。</translation>
    </message>
</context>
<context>
    <name>EvaluationWords</name>
    <message>
        <source>zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>0</translation>
    </message>
    <message>
        <source>one</source>
        <translation>1</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>1</translation>
    </message>
    <message>
        <source>two</source>
        <translation>2</translation>
    </message>
    <message>
        <source>twos</source>
        <translation>2</translation>
    </message>
    <message>
        <source>three</source>
        <translation>3</translation>
    </message>
    <message>
        <source>threes</source>
        <translation>3</translation>
    </message>
    <message>
        <source>four</source>
        <translation>4</translation>
    </message>
    <message>
        <source>fours</source>
        <translation>4</translation>
    </message>
    <message>
        <source>five</source>
        <translation>5</translation>
    </message>
    <message>
        <source>fives</source>
        <translation>5</translation>
    </message>
    <message>
        <source>six</source>
        <translation>6</translation>
    </message>
    <message>
        <source>sixes</source>
        <translation>6</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>7</translation>
    </message>
    <message>
        <source>sevens</source>
        <translation>7</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>8</translation>
    </message>
    <message>
        <source>eights</source>
        <translation>8</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>9</translation>
    </message>
    <message>
        <source>nines</source>
        <translation>9</translation>
    </message>
    <message>
        <source>None of the labels is a class of this network.</source>
        <translation>没有一个标签是这个网络的类别。</translation>
    </message>
    <message>
        <source>{0} of {1} wrong · 95 % interval: {2}</source>
        <translation>{1} 个中错 {0} 个 · 95 % 区间：{2}</translation>
    </message>
    <message>
        <source>accuracy {0}</source>
        <translation>准确率 {0}</translation>
    </message>
    <message>
        <source>accuracy {0} · loss {1}</source>
        <translation>准确率 {0} · 损失 {1}</translation>
    </message>
    <message>
        <source>No label of {0} is a class of {1}, which reads {2}. Choose other data.</source>
        <translation>{0} 的标签都不是 {1} 的类别，它识别的是 {2}。请选择其他数据。</translation>
    </message>
    <message>
        <source>“{0}”: {1} of {2} samples read right; {3} answers, of which {1} are right</source>
        <translation>“{0}”：{2} 个样本中有 {1} 个识别正确；{3} 个答案中有 {1} 个正确</translation>
    </message>
    <message>
        <source>Expected calibration error: {0}. On average it is too sure.</source>
        <translation>预期校准误差：{0}。平均而言它过于自信。</translation>
    </message>
    <message>
        <source>Expected calibration error: {0}. On average it is too unsure.</source>
        <translation>预期校准误差：{0}。平均而言它过于不自信。</translation>
    </message>
    <message>
        <source>{0} {1} read as {2}</source>
        <translation>{0} 个“{1}”被认作“{2}”</translation>
    </message>
    <message>
        <source>“{1}” read as “{2}”: {0}</source>
        <translation>“{1}”被认作“{2}”：{0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source> {0} s</source>
        <translation> {0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} wrong ({3}; 95 % interval: {4}).</source>
        <translation>{0}：{2} 个中错 {1} 个（{3}；95 % 区间：{4}）。</translation>
    </message>
    <message>
        <source>The difference is not statistically significant.</source>
        <translation>差异在统计上不显著。</translation>
    </message>
    <message>
        <source>{0} is better; the difference is statistically significant.</source>
        <translation>{0} 更好；差异在统计上显著。</translation>
    </message>
    <message>
        <source>Of the digits that only one of them misreads, {1} misreads {0} and {3} misreads {2}. If both networks were equally good, a difference of at least this size would occur with probability p = {4} (McNemar’s exact test). The difference is significant if p is below 0.05.</source>
        <translation>在只有其中一个认错的数字中，{1} 认错 {0} 个，{3} 认错 {2} 个。如果两个网络同样好，至少出现这么大差异的概率为 p = {4}（McNemar 精确检验）。p 小于 0.05 时，差异是显著的。</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Left: each small square is a unit of the last layer before the output. Orange units speak for the answer, blue ones for the other class; they add up to the lead. Click one to pin it. Right: places of the ink that speak for the answer (orange) or for the other class (blue).</source>
        <translation>左：每个小方块是输出之前最后一层的一个单元。橙色单元支持答案，蓝色单元支持另一个类别；它们的和就是领先量。点击可固定一个单元。右：支持答案（橙色）或支持另一个类别（蓝色）的墨迹位置。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <source>Weights and metadata (safetensors)</source>
        <translation>权重和元数据 (safetensors)</translation>
    </message>
    <message>
        <source>PyTorch network with its weights</source>
        <translation>带权重的 PyTorch 网络</translation>
    </message>
    <message>
        <source>Keras network with its weights</source>
        <translation>带权重的 Keras 网络</translation>
    </message>
    <message>
        <source>PyTorch script that repeats its training</source>
        <translation>重复其训练的 PyTorch 脚本</translation>
    </message>
</context>
<context>
    <name>FeedBar</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Choose where the pictures come from</source>
        <translation>画面从哪里来</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size and speed of the camera&apos;s pictures</source>
        <translation>摄像头画面的大小和速度</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>MJPEG stream of a network camera, or of a phone used as one</source>
        <translation>网络摄像头（或当作摄像头的手机）的 MJPEG 流</translation>
    </message>
    <message>
        <source>Video file</source>
        <translation>视频文件</translation>
    </message>
    <message>
        <source>Path of a video file</source>
        <translation>视频文件的路径</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a video file</source>
        <translation>选择视频文件</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Choose the screen to read; Frame selects a region of it</source>
        <translation>识别哪个屏幕；用“取景框”选择其中的区域</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Network camera (URL)</source>
        <translation>网络摄像头 (URL)</translation>
    </message>
    <message>
        <source>Hold a page with digits in front of the camera, then press Start.</source>
        <translation>把写有数字的纸放在摄像头前，然后按“开始”。</translation>
    </message>
    <message>
        <source>Enter the address of a camera&apos;s stream, then press Start.</source>
        <translation>输入摄像头视频流的地址，然后按“开始”。</translation>
    </message>
    <message>
        <source>Choose a video of a page with digits.</source>
        <translation>选择一个拍有数字页面的视频。</translation>
    </message>
    <message>
        <source>Press Start to read the screen; Frame selects a region of it.</source>
        <translation>按“开始”识别屏幕；“取景框”选择其中的区域。</translation>
    </message>
    <message>
        <source>Best format</source>
        <translation>最佳格式</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止识别</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>开始识别</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>打开视频</translation>
    </message>
</context>
<context>
    <name>FieldSource</name>
    <message>
        <source>Noise|Impulse|Stripes|Empty|Image</source>
        <translation>噪声|脉冲|条纹|空白|图像</translation>
    </message>
    <message>
        <source>Kind of field</source>
        <translation>输入场的种类</translation>
    </message>
    <message>
        <source>What goes into the network&apos;s input</source>
        <translation>送入网络输入的内容</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>输入场</translation>
    </message>
    <message>
        <source>What the network reads, value by value</source>
        <translation>网络读到的内容，逐个数值</translation>
    </message>
    <message>
        <source>Puts a field straight into the network&apos;s input: nothing is normalised, and no answer is declined. So it shows how the layers answer to a single point, to stripes or to noise.</source>
        <translation>把一个输入场直接送入网络：不做归一化，也不拒识。由此可以看到各层如何响应一个点、条纹或噪声。</translation>
    </message>
    <message>
        <source>&amp;Another</source>
        <translation>换一个(&amp;A)</translation>
    </message>
    <message>
        <source>Draw other random values</source>
        <translation>另取一组随机数值</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Place of the point: click it, or move it by arrow keys</source>
        <translation>点的位置：单击，或用方向键移动</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Pixels from one stripe to the next</source>
        <translation>从一条条纹到下一条的像素数</translation>
    </message>
    <message>
        <source>Vertical|Horizontal|Rising|Falling</source>
        <translation>竖直|水平|上升|下降</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Direction of the stripes</source>
        <translation>条纹的方向</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O) …</translation>
    </message>
    <message>
        <source>Open an image, which is only resized</source>
        <translation>打开一幅图像，只缩放，不做别的处理</translation>
    </message>
    <message>
        <source>&amp;Dark is ink</source>
        <translation>深色为墨迹(&amp;D)</translation>
    </message>
    <message>
        <source>Invert the image: otherwise light is ink, as in MNIST&apos;s images</source>
        <translation>反转图像：否则浅色为墨迹，与 MNIST 的图像一样</translation>
    </message>
    <message>
        <source>Click the field, or move the point with the arrow keys.</source>
        <translation>单击输入场，或用方向键移动该点。</translation>
    </message>
    <message>
        <source>Only resized, whatever its proportions.</source>
        <translation>只缩放，不管长宽比。</translation>
    </message>
    <message>
        <source>Goes into the input as it is: not normalised, never declined.</source>
        <translation>原样送入网络：不归一化，从不拒识。</translation>
    </message>
    <message>
        <source>Open an image</source>
        <translation>打开图像</translation>
    </message>
</context>
<context>
    <name>FigureTabs</name>
    <message>
        <source>Tables of the result</source>
        <translation>结果的各个表格</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>{0} already exists. Replace it?</source>
        <translation>{0} 已经存在。要替换它吗？</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>Drawings</source>
        <translation>手写稿</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Networks of other programs</source>
        <translation>其他程序的网络</translation>
    </message>
    <message>
        <source>Stroke sets and arrays</source>
        <translation>笔画集与数组</translation>
    </message>
    <message>
        <source>Labelled pictures (IDX)</source>
        <translation>带标签的图片（IDX）</translation>
    </message>
    <message>
        <source>Tables of pixels</source>
        <translation>像素表格</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>ForeignNetwork</name>
    <message>
        <source>max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>bright ink, inputs {0}</source>
        <translation>亮墨迹，输入 {0}</translation>
    </message>
    <message>
        <source>dark ink, inputs {0}</source>
        <translation>暗墨迹，输入 {0}</translation>
    </message>
    <message>
        <source>sees ink</source>
        <translation>看墨迹</translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation>看图像</translation>
    </message>
    <message>
        <source>{0} % right</source>
        <translation>{0} % 正确</translation>
    </message>
    <message>
        <source>padding {0}</source>
        <translation>填充 {0}</translation>
    </message>
    <message>
        <source>strides {0}</source>
        <translation>步幅 {0}</translation>
    </message>
    <message>
        <source>{0}. {1} combinations of what the file does not say were tried on MNIST&apos;s test digits. These are the best; where several are close, choose the one that you know to be right.</source>
        <translation>{0}。对文件未说明之处的 {1} 种组合已在 MNIST 的测试数字上试过。以下是最好的；若有几种相近，请选择您知道正确的那一种。</translation>
    </message>
    <message>
        <source>{0}. None of {1} combinations reads MNIST&apos;s digits, so they do not tell what the file does not say. Choose what you know to be right.</source>
        <translation>{0}。{1} 种组合都读不出 MNIST 的数字，因此无法由此得知文件未说明之处。请选择您知道正确的那一种。</translation>
    </message>
    <message>
        <source>{0}. Its classes are not the ten digits, so trying does not tell what the file does not say. {1} combinations fit; these are the most usual. Choose what you know to be right.</source>
        <translation>{0}。它的类别不是十个数字，因此试验无法得知文件未说明之处。有 {1} 种组合符合；以下是最常见的。请选择您知道正确的那一种。</translation>
    </message>
    <message>
        <source>The network has three channels, but sees ink: colour is dropped.</source>
        <translation>该网络有三个通道，但看的是墨迹：颜色会丢失。</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>&amp;Invert</source>
        <translation>反色(&amp;I)</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反色</translation>
    </message>
    <message>
        <source>Take light for ink and dark for paper, or the reverse</source>
        <translation>把亮的当作墨迹、暗的当作纸，或反过来</translation>
    </message>
    <message>
        <source>Turn the pictures</source>
        <translation>转动图片</translation>
    </message>
    <message>
        <source>Turn or mirror all pictures of the data until the digits are upright</source>
        <translation>转动或翻转数据中的所有图片，使数字端正</translation>
    </message>
    <message>
        <source>&amp;Turn the pictures</source>
        <translation>转动图片(&amp;T)</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>What the network may be</source>
        <translation>网络可能的样子</translation>
    </message>
    <message>
        <source>The combinations that read digits best, the best first</source>
        <translation>最能读出数字的组合，最好的在前</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>Shape here</source>
        <translation>这里的形状</translation>
    </message>
    <message>
        <source>What became what</source>
        <translation>什么变成了什么</translation>
    </message>
    <message>
        <source>The arrays in the file, and the parameters here that they became</source>
        <translation>文件中的数组，以及它们在这里变成的参数</translation>
    </message>
    <message>
        <source>Class names</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>The names of the classes in the order of the outputs, between commas</source>
        <translation>按输出顺序排列的类别名称，用逗号分隔</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name under which it appears in the list of networks</source>
        <translation>它在网络列表中显示的名称</translation>
    </message>
    <message>
        <source>Class &amp;names</source>
        <translation>类别名称(&amp;N)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>{0} (a part)</source>
        <translation>{0}（一部分）</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Also: {0}</source>
        <translation>也称：{0}</translation>
    </message>
    <message>
        <source>In the network {0}</source>
        <translation>在网络 {0} 中</translation>
    </message>
    <message>
        <source>No section of the paper of 1998 is about it.</source>
        <translation>1998 年的论文没有专门讲它的章节。</translation>
    </message>
    <message>
        <source>The paper of 1998: appendix {0}.</source>
        <translation>1998 年的论文：附录 {0}。</translation>
    </message>
    <message>
        <source>The paper of 1998: section {0}.</source>
        <translation>1998 年的论文：第 {0} 节。</translation>
    </message>
    <message>
        <source>In the glossary: {0}</source>
        <translation>术语表：{0}</translation>
    </message>
</context>
<context>
    <name>GlossaryWindow</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back to the term before (Alt+Left)</source>
        <translation>回到前一个术语 (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Forward to the next term (Alt+Right)</source>
        <translation>前进到下一个术语 (Alt+Right)</translation>
    </message>
    <message>
        <source>The entry; Tab goes from link to link, Enter follows one</source>
        <translation>词条；Tab 在链接之间移动，Enter 打开链接</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭此窗口 (Esc)</translation>
    </message>
</context>
<context>
    <name>GradientWords</name>
    <message>
        <source>Where it is blue, more ink would make the loss smaller.</source>
        <translation>蓝色的地方，墨迹多一些，损失就会变小。</translation>
    </message>
    <message>
        <source>Where it is blue, more light would make it smaller.</source>
        <translation>蓝色的地方，亮一些，损失就会变小。</translation>
    </message>
    <message>
        <source>δ = ∂E/∂x, as this layer has no activation function.</source>
        <translation>δ = ∂E/∂x，因为这一层没有激活函数。</translation>
    </message>
    <message>
        <source>δ = f′(a) · ∂E/∂x, where f′ is 1 if x &gt; 0, or else 0.</source>
        <translation>δ = f′(a) · ∂E/∂x，其中 x &gt; 0 时 f′ 为 1，否则为 0。</translation>
    </message>
    <message>
        <source>δ = f′(a) · ∂E/∂x, where f′ = {0}.</source>
        <translation>δ = f′(a) · ∂E/∂x，其中 f′ = {0}。</translation>
    </message>
    <message>
        <source>δ = ∂E/∂z: p {0} 1 for the right class, p for others.</source>
        <translation>δ = ∂E/∂z：正确的类别为 p {0} 1，其他类别为 p。</translation>
    </message>
    <message>
        <source>δ = ∂E/∂y: 1 {0} P for the right class, {0}P for others. P is a class&apos;s part of the sum in ln( … ).</source>
        <translation>δ = ∂E/∂y：正确的类别为 1 {0} P，其他类别为 {0}P。P 是一个类别在 ln( … ) 的和中所占的部分。</translation>
    </message>
    <message>
        <source>δ = ∂E/∂z: P {0} 1 for the right class, P for others. P is a class&apos;s part of the sum in ln( … ).</source>
        <translation>δ = ∂E/∂z：正确的类别为 P {0} 1，其他类别为 P。P 是一个类别在 ln( … ) 的和中所占的部分。</translation>
    </message>
    <message>
        <source>δ = ∂E/∂y: 1 for the right class, 0 for others.</source>
        <translation>δ = ∂E/∂y：正确的类别为 1，其他类别为 0。</translation>
    </message>
    <message>
        <source>δ = ∂E/∂z, through the softmax: p (g {0} Σ p g), where g = 2 (p {0} t) / {1}.</source>
        <translation>δ = ∂E/∂z，经过 softmax：p (g {0} Σ p g)，其中 g = 2 (p {0} t) / {1}。</translation>
    </message>
    <message>
        <source>∂E/∂x is the sum of 2 (x {0} w) · δ over the classes.</source>
        <translation>∂E/∂x 是 2 (x {0} w) · δ 对各类别的和。</translation>
    </message>
    <message>
        <source>∂E/∂x is the sum of w · δ over all connections to {0}.</source>
        <translation>∂E/∂x 是 w · δ 对通往 {0} 的所有连接的和。</translation>
    </message>
    <message>
        <source>∂E/∂x is δ of {0} times its coefficient.</source>
        <translation>∂E/∂x 是 {0} 的 δ 乘以它的系数。</translation>
    </message>
    <message>
        <source>∂E/∂x is δ of {0} divided by {1}.</source>
        <translation>∂E/∂x 是 {0} 的 δ 除以 {1}。</translation>
    </message>
    <message>
        <source>∂E/∂x is δ of {0} for the largest unit of a square.</source>
        <translation>对于每个方块中最大的单元，∂E/∂x 就是 {0} 的 δ。</translation>
    </message>
    <message>
        <source>∂E/∂x is δ of {0} divided by {1}, for each maximum it is.</source>
        <translation>单元每当一次最大值，∂E/∂x 就加上 {0} 的 δ 除以 {1}。</translation>
    </message>
    <message>
        <source>Largest, {0}: {1}</source>
        <translation>最大的，{0}：{1}</translation>
    </message>
    <message>
        <source>{0} trained numbers: ∂E/∂coefficient = Σ δ · sum of the square, ∂E/∂bias = Σ δ. Largest, {1}: {2}</source>
        <translation>{0} 个训练得到的数：∂E/∂系数 = Σ δ · 方块之和，∂E/∂偏置 = Σ δ。最大的，{1}：{2}</translation>
    </message>
    <message>
        <source>{0} weights: ∂E/∂w = Σ δ · x, ∂E/∂bias = Σ δ, over all units that share it. Largest, {1}: {2}</source>
        <translation>{0} 个权重：∂E/∂w = Σ δ · x，∂E/∂偏置 = Σ δ，对共享它的所有单元求和。最大的，{1}：{2}</translation>
    </message>
</context>
<context>
    <name>GroupBox</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where to compute: the processor, or a graphics card if there is one.</source>
        <translation>在哪里计算：处理器，或显卡（如果有）。</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>设备(&amp;V)</translation>
    </message>
    <message>
        <source>the fastest</source>
        <translation>最快的</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>About lenet_gui</source>
        <translation>关于 lenet_gui</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>How to use lenet_gui</source>
        <translation>lenet_gui 使用说明</translation>
    </message>
    <message>
        <source>What the window shows, and all shortcuts; arrow keys scroll</source>
        <translation>窗口中各部分的含义，以及所有快捷键；方向键滚动</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭这个窗口 (Esc)</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Draw a digit&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;写一个数字&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger. The network reads while you draw. The answer is below the page, with the runner-up and the margin between them. If the network is not certain enough, it answers &lt;i&gt;Not sure&lt;/i&gt; and says why.</source>
        <translation>用鼠标、笔或手指书写。网络边写边识别；答案在画板下方，旁边是次好的答案和两者的差距。如果网络把握不够，就回答&lt;i&gt;不确定&lt;/i&gt;，并说明原因。</translation>
    </message>
    <message>
        <source>The &lt;b&gt;dial&lt;/b&gt; below the answer sets how many mistakes in 100 answers are allowed: turn it right to make the network more careful. &lt;b&gt;Certainty&lt;/b&gt; shows what that costs, and chooses the rule by which digits are rejected. Each network keeps its own dial position.</source>
        <translation>答案下方的&lt;b&gt;旋钮&lt;/b&gt;规定每 100 个回答中允许错几个：越往右网络越谨慎。&lt;b&gt;把握&lt;/b&gt;面板显示其代价，并选择拒识数字的规则。每个网络都记住自己的旋钮位置。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Camera&lt;/b&gt; reads paper in front of a camera, the stream of a network camera, a video, or the screen; &lt;b&gt;Picture&lt;/b&gt; reads one or many photos. Blue boxes hold digits that were read, grey boxes ink that was rejected. All panels show the digit in the orange box; click another one to select it and put its ink onto the page. The camera is off whenever its picture is hidden.</source>
        <translation>&lt;b&gt;摄像头&lt;/b&gt;识别摄像头前的纸、网络摄像头的视频流、视频或屏幕；&lt;b&gt;图片&lt;/b&gt;识别一张或多张照片。蓝框中是识别出的数字，灰框中是被拒识的墨迹。所有面板显示橙框中的数字；点击另一个即可选中它，并把它的墨迹放到画板上。看不到画面时，摄像头总是关闭的。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Network&lt;/b&gt; shows the activations of every layer, from the input on the left to the output on the right. Orange is positive, blue negative; all maps of a layer share the scale below them. Point at a unit to see its value, the maps that it reads, and its receptive field on the page.</source>
        <translation>&lt;b&gt;网络&lt;/b&gt;显示每一层的激活值，从左边的输入到右边的输出。橙色为正，蓝色为负；同一层的所有特征图共用下方的标尺。指向一个单元，可以看到它的值、它读取的特征图，以及它在画板上的感受野。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Normalisation&lt;/b&gt; shows how the ink is prepared for the network, &lt;b&gt;Kernels&lt;/b&gt; the trained weights of C1 and C3, &lt;b&gt;Connection table&lt;/b&gt; which maps of S2 each map of C3 reads.</source>
        <translation>&lt;b&gt;归一化&lt;/b&gt;显示墨迹如何变成网络看到的样子，&lt;b&gt;卷积核&lt;/b&gt;显示 C1 和 C3 训练好的权重，&lt;b&gt;连接表&lt;/b&gt;显示 C3 的每个特征图读取 S2 的哪些特征图。</translation>
    </message>
    <message>
        <source>The row at the top chooses a &lt;b&gt;workspace&lt;/b&gt;: an arrangement of panels around the same page. You can move, float and close panels in each; the View menu shows them again, and resets the workspace. The tabs over the page choose where the digits come from.</source>
        <translation>顶部一行用来选择&lt;b&gt;工作区&lt;/b&gt;：围绕同一页面的一种面板布局。在每个工作区里，面板都可以移动、浮动和关闭；“视图”菜单可以重新显示它们，也可以重置工作区。页面上方的标签选择数字从哪里来。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Training&lt;/b&gt; trains a network on this computer. Choose how long, press Start, and draw while it learns: the network in training reads your digits. You can pause or stop it and resume later; its progress is saved.</source>
        <translation>&lt;b&gt;训练&lt;/b&gt;在这台计算机上训练一个网络。选择时长，按“开始”，训练时可以书写：正在训练的网络会识别您的数字。您可以暂停或停止训练，以后再继续；训练进度会保存。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Result&lt;/b&gt; shows how well a network reads digits that it was not trained on: click a cell of the table to see its digits, and a digit to put it onto the page. &lt;b&gt;Library&lt;/b&gt; holds the networks that you kept: use one, rename it, annotate it, train it further, or compare two on the same digits.</source>
        <translation>&lt;b&gt;结果&lt;/b&gt;说明网络识别没学过的数字有多好：点击表中的一格查看其中的数字，点击一个数字把它放到画板上。&lt;b&gt;网络库&lt;/b&gt;存放您保留的网络：用它识别、重命名、备注、继续训练，或在相同的数字上比较两个网络。</translation>
    </message>
    <message>
        <source>The &lt;b&gt;Network&lt;/b&gt; list in the toolbar chooses the trained network. You can open, paste or drop checkpoints, drawings and images, and networks of PyTorch, ONNX and Keras, which are imported: a table shows what became what.</source>
        <translation>工具栏中的&lt;b&gt;网络&lt;/b&gt;列表选择训练好的网络。检查点、手写稿和图像可以打开、粘贴，或拖到窗口上；PyTorch、ONNX 和 Keras 的网络也可以，它们会被导入，并用表格显示对应关系。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Glossary&lt;/b&gt; (F3) explains every term in plain words, with numbers of the network in use. The question mark in the heading of a panel opens it there; so do the links of &lt;b&gt;What is this?&lt;/b&gt; (Shift+F1).</source>
        <translation>&lt;b&gt;术语表&lt;/b&gt; (F3) 用浅显的文字解释每个术语，并给出正在使用的网络的数值。面板标题中的问号会在相应的术语处打开它；&lt;b&gt;这是什么？&lt;/b&gt;(Shift+F1) 中的链接也可以。</translation>
    </message>
    <message>
        <source>From Python, &lt;b&gt;import lenet_gui&lt;/b&gt; loads networks, reads pictures, trains and evaluates; &lt;b&gt;help(lenet_gui)&lt;/b&gt; explains it.</source>
        <translation>在 Python 中，&lt;b&gt;import lenet_gui&lt;/b&gt; 可以加载网络、识别图片、训练和评估；&lt;b&gt;help(lenet_gui)&lt;/b&gt; 有说明。</translation>
    </message>
    <message>
        <source>Shift while drawing</source>
        <translation>书写时按 Shift</translation>
    </message>
    <message>
        <source>Draw a straight segment</source>
        <translation>画直线段</translation>
    </message>
    <message>
        <source>Esc while drawing</source>
        <translation>书写时按 Esc</translation>
    </message>
    <message>
        <source>Discard the stroke</source>
        <translation>放弃当前笔画</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Ctrl 加滚轮</translation>
    </message>
    <message>
        <source>Change the pen width</source>
        <translation>改变笔的粗细</translation>
    </message>
    <message>
        <source>Arrow keys, Enter in Camera, Picture</source>
        <translation>“摄像头”“图片”中的方向键、回车键</translation>
    </message>
    <message>
        <source>Go from digit to digit</source>
        <translation>逐个数字移动</translation>
    </message>
    <message>
        <source>+, -, 0 in Camera, Picture</source>
        <translation>“摄像头”“图片”中的 +、-、0</translation>
    </message>
    <message>
        <source>Zoom in, zoom out, show all</source>
        <translation>放大、缩小、显示全部</translation>
    </message>
    <message>
        <source>Space in Camera</source>
        <translation>“摄像头”中的空格键</translation>
    </message>
    <message>
        <source>Freeze the picture</source>
        <translation>定格画面</translation>
    </message>
    <message>
        <source>Arrow keys in Network</source>
        <translation>“网络”中的方向键</translation>
    </message>
    <message>
        <source>Go from unit to unit</source>
        <translation>逐个单元移动</translation>
    </message>
    <message>
        <source>Page Up, Page Down in Network</source>
        <translation>“网络”中的 Page Up、Page Down</translation>
    </message>
    <message>
        <source>Go from map to map</source>
        <translation>逐个特征图移动</translation>
    </message>
    <message>
        <source>Home, End in Network</source>
        <translation>“网络”中的 Home、End</translation>
    </message>
    <message>
        <source>Go from layer to layer</source>
        <translation>逐层移动</translation>
    </message>
    <message>
        <source>Arrow keys, Enter in Result</source>
        <translation>“结果”中的方向键、回车键</translation>
    </message>
    <message>
        <source>Show the digits of a cell</source>
        <translation>查看一格中的数字</translation>
    </message>
    <message>
        <source>Enter, F2, Del in Library</source>
        <translation>“网络库”中的回车键、F2、Del</translation>
    </message>
    <message>
        <source>Use, rename, delete</source>
        <translation>使用、重命名、删除</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX 文件</translation>
    </message>
    <message>
        <source>EMNIST (its transposed pictures were turned upright)</source>
        <translation>EMNIST（其转置的图片已被转正）</translation>
    </message>
    <message>
        <source>QMNIST</source>
        <translation>QMNIST</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Keras npz file</source>
        <translation>Keras 的 npz 文件</translation>
    </message>
    <message>
        <source>Folder by class</source>
        <translation>按类别分文件夹</translation>
    </message>
    <message>
        <source>Stroke set</source>
        <translation>笔画集</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Turned left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turned right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Turned around</source>
        <translation>转半圈</translation>
    </message>
    <message>
        <source>Mirrored left to right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Flipped top to bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Transposed and turned around</source>
        <translation>转置并转半圈</translation>
    </message>
    <message>
        <source>Split by writer: {0} writers for training, {1} for validation and {2} for testing. No writer is in two parts.</source>
        <translation>按书写者划分：{0} 人用于训练，{1} 人用于验证，{2} 人用于测试。没有书写者出现在两个部分中。</translation>
    </message>
    <message>
        <source>Split by writer: {0} writers for training, {1} for validation. No writer is in both parts.</source>
        <translation>按书写者划分：{0} 人用于训练，{1} 人用于验证。没有书写者同时出现在两个部分中。</translation>
    </message>
    <message>
        <source>Split by sample. No picture is in two parts.</source>
        <translation>按样本划分。没有图片出现在两个部分中。</translation>
    </message>
    <message>
        <source>Split by sample, because there are too few writers. No picture is in two parts.</source>
        <translation>书写者太少，因此按样本划分。没有图片出现在两个部分中。</translation>
    </message>
    <message>
        <source>The test digits come from the test file beside it.</source>
        <translation>测试数字来自旁边的测试文件。</translation>
    </message>
    <message>
        <source>The test part is the same for every training.</source>
        <translation>每次训练的测试部分都相同。</translation>
    </message>
    <message>
        <source>Left out because another part has the same picture: {0}.</source>
        <translation>因另一部分有相同的图片而排除：{0}。</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>反色</translation>
    </message>
    <message>
        <source>Ink and paper seem to be the wrong way round, by the shade of the paper. Better: {0}.</source>
        <translation>从纸的明暗看，墨迹与纸似乎颠倒了。更好的形式：{0}。</translation>
    </message>
    <message>
        <source>The pictures seem to be inverted or turned. A network trained on MNIST reads {1} % of a sample right; it would be {2} % with: {0}.</source>
        <translation>图片似乎被反色或转动过。用 MNIST 训练的网络抽样识别的正确率为 {1}%；若采用以下形式则为 {2}%：{0}。</translation>
    </message>
    <message>
        <source>Pictures without ink: {0} of {1}.</source>
        <translation>没有任何墨迹的图片：{1} 幅中有 {0} 幅。</translation>
    </message>
    <message>
        <source>Few training samples: {0}.</source>
        <translation>训练样本很少：{0}。</translation>
    </message>
    <message>
        <source>The classes are very uneven: {0} has {1} samples, {2} only {3}. The network will favour the frequent classes.</source>
        <translation>各类别很不均衡：{0} 有 {1} 个样本，{2} 只有 {3} 个。网络会偏向常见的类别。</translation>
    </message>
    <message>
        <source>It can be mixed with other data.</source>
        <translation>可以与其他数据混合使用。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import data</source>
        <translation>导入数据</translation>
    </message>
    <message>
        <source>Adds your own labelled digits to the training data.</source>
        <translation>把您自己带标签的数字加入训练数据。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Choose something else</source>
        <translation>选择其他内容</translation>
    </message>
    <message>
        <source>&amp;Add to training data</source>
        <translation>加入训练数据(&amp;A)</translation>
    </message>
    <message>
        <source>Offer this data in the training form, alone or mixed with other data</source>
        <translation>在训练表单中提供这些数据，可单独或混合使用</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation>关闭而不导入</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Already added</source>
        <translation>已经加入</translation>
    </message>
</context>
<context>
    <name>InkStages</name>
    <message>
        <source>{0}, padded by {1}</source>
        <translation>{0}，填充 {1}</translation>
    </message>
    <message>
        <source>Input {0}.</source>
        <translation>输入 {0}。</translation>
    </message>
    <message>
        <source>{0} × {1} values go into the input as they are; nothing is declined.</source>
        <translation>{0} × {1} 个数值原样送入网络；不拒识。</translation>
    </message>
    <message>
        <source>{0} × {1} values are only resized to {2} × {3}; nothing is declined.</source>
        <translation>{0} × {1} 个数值只缩放到 {2} × {3}；不拒识。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>the input around it</source>
        <translation>周围的输入</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Padding: 0 × weight {0} in row {1}, column {2} = 0</source>
        <translation>填充：0 × 权重 {0}（行 {1}，列 {2}）= 0</translation>
    </message>
    <message>
        <source>{0}: {1} × weight {2} in row {3}, column {4} = {5}</source>
        <translation>{0}：{1} × 权重 {2}（行 {3}，列 {4}）= {5}</translation>
    </message>
    <message>
        <source>largest of each square</source>
        <translation>各方块的最大值</translation>
    </message>
    <message>
        <source>{0}: {1}, the largest of its square</source>
        <translation>{0}：{1}，所在方块的最大值</translation>
    </message>
    <message>
        <source>Padding: 0</source>
        <translation>填充：0</translation>
    </message>
    <message>
        <source>In the sum of {0}: {1}</source>
        <translation>在 {0} 的总和中：{1}</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>patch of {0}</source>
        <translation>{0} 的图块</translation>
    </message>
    <message>
        <source>squared differences</source>
        <translation>差的平方</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Largest squares first</source>
        <translation>平方大的在前</translation>
    </message>
    <message>
        <source>Largest products first</source>
        <translation>乘积大的在前</translation>
    </message>
    <message>
        <source>Classes: exp(a - largest a) / Σ</source>
        <translation>类别：exp(a - 最大的 a) / Σ</translation>
    </message>
    <message>
        <source>{0} map {1} ({2}, {3})</source>
        <translation>{0} 特征图 {1}（{2}, {3}）</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>How one number of the network comes about. At the top is its formula; below it each value that it reads, with the weight that it is multiplied with; at the bottom the formula with the numbers put in, and the place on the activation function. Click a value to see how that one comes about, and a name at the top to go back. Arrow keys move from cell to cell, Enter follows, Backspace goes back, Esc lets go.</source>
        <translation>网络中的一个数是如何得来的。最上面是它的公式；下面是它读取的每个值和与之相乘的权重；最下面是代入数字的公式，以及它在激活函数上的位置。单击一个值，可以看到它又是如何得来的；单击上方的名称可以返回。方向键逐格移动，Enter 跟随，Backspace 返回，Esc 放开。</translation>
    </message>
    <message>
        <source>Arrow keys move from value to value, Enter follows, Backspace goes back.</source>
        <translation>方向键逐个值移动，Enter 跟随，Backspace 返回。</translation>
    </message>
    <message>
        <source>The way to this number</source>
        <translation>到这个数的路径</translation>
    </message>
    <message>
        <source>The formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Values, weights and products</source>
        <translation>值、权重和乘积</translation>
    </message>
    <message>
        <source>The formula with its numbers</source>
        <translation>代入数字的公式</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Show the arithmetic of another class</source>
        <translation>显示另一个类别的算式</translation>
    </message>
    <message>
        <source>Draw something to see its numbers.</source>
        <translation>画点什么，就能看到它的数字。</translation>
    </message>
    <message>
        <source>Click a unit in the network picture, or press Enter on it, to see here how its number comes about.</source>
        <translation>单击网络图中的一个单元，或在其上按 Enter，这里就会显示它的数是如何得来的。</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>&amp;Imported so far</source>
        <translation>已导入的数据(&amp;I)</translation>
    </message>
    <message>
        <source>Imported so far</source>
        <translation>已导入的数据</translation>
    </message>
    <message>
        <source>Enter shows the contents; Delete removes the entry from the list</source>
        <translation>回车键查看内容，Delete 键从列表中移除</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove it from the list; the file is not deleted</source>
        <translation>从列表中移除；不会删除文件</translation>
    </message>
</context>
<context>
    <name>KeepDialog</name>
    <message>
        <source>Keep the network</source>
        <translation>保留网络</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name under which it appears in the list of networks</source>
        <translation>它在网络列表中显示的名称</translation>
    </message>
    <message>
        <source>What you tried, and the outcome</source>
        <translation>尝试了什么，结果如何</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A note for yourself, saved with the network</source>
        <translation>供您自己参考；与网络一同保存</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add it to the library</source>
        <translation>放入网络库</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Do not keep it yet; you can keep it later</source>
        <translation>暂不保留；以后还可以保留</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Discard this network? This cannot be undone.</source>
        <translation>丢弃这个网络吗？此操作无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>丢弃(&amp;D)</translation>
    </message>
</context>
<context>
    <name>KernelPair</name>
    <message>
        <source>Kernels of C1 before and after the training</source>
        <translation>训练前后 C1 的卷积核</translation>
    </message>
    <message>
        <source>The kernels of C1 before and after the training. Both share one colour scale: the stronger the colour, the larger the weight.</source>
        <translation>训练前和训练后的 C1 卷积核。两者共用一个颜色标尺：颜色越深，权重的绝对值越大。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>训练前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>训练后</translation>
    </message>
    <message>
        <source>C1 kernels</source>
        <translation>C1 卷积核</translation>
    </message>
</context>
<context>
    <name>KernelsPanel</name>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>The trained kernels of C1 and C3.</source>
        <translation>C1 和 C3 训练好的卷积核。</translation>
    </message>
    <message>
        <source>Each square is a kernel of 5 by 5 weights. C3 has one column per map of its own and one row per map of S2; where the connection table has no entry, there is no kernel. All kernels of a layer share one scale. Where the network sees colours, C1 has a row each for red, green and blue, and below them all three as one picture, in which grey is 0.</source>
        <translation>每个方块是一个 5×5 权重的卷积核。C3 的每列对应它的一个特征图，每行对应 S2 的一个特征图；连接表中没有的连接就没有卷积核。同一层的所有卷积核共用一个标尺。网络看颜色时，C1 的红、绿、蓝各占一行，其下把三者合成一张图，其中灰色表示 0。</translation>
    </message>
    <message>
        <source>This network has no convolution.</source>
        <translation>此网络没有卷积层。</translation>
    </message>
</context>
<context>
    <name>LayerPurposes</name>
    <message>
        <source>The field is larger than any digit, so that the ends and corners of strokes can lie in the middle of what the kernels read.</source>
        <translation>输入场比任何数字都大，使笔画的端点和拐角能落在卷积核所读区域的中央。</translation>
    </message>
    <message>
        <source>The network of 1998 had a border of paper as well.</source>
        <translation>1998 年的网络在四周还有一圈纸的边框。</translation>
    </message>
    <message>
        <source>The network gets the whole picture; no digit is looked for in it.</source>
        <translation>网络得到整幅图片，不在其中寻找数字。</translation>
    </message>
    <message>
        <source>Each of the {maps} maps looks for one pattern of {kernel} pixels everywhere: all units of a map share one kernel. So there is little to train, and where the digit shifts, so does what the map finds.</source>
        <translation>{maps} 个特征图各在每一处寻找一种 {kernel} 像素的图案：同一特征图的所有单元共享一个卷积核。因此要训练的很少；数字平移，特征图找到的也随之平移。</translation>
    </message>
    <message>
        <source>Each of the {maps} maps reads all {read} maps of {below}, with a kernel of {kernel} for each, and so finds patterns of patterns.</source>
        <translation>{maps} 个特征图各读 {below} 的全部 {read} 个特征图，对每个用一个 {kernel} 的卷积核，由此找到图案的图案。</translation>
    </message>
    <message>
        <source>Its kernels of {kernel} cover the maps of {below} completely, so each of its {maps} maps is a single unit. With a larger input its maps would be larger: that is why it is a convolution.</source>
        <translation>它的 {kernel} 卷积核完全盖住 {below} 的特征图，所以它的 {maps} 个特征图各只有一个单元。输入更大时特征图也会更大：因此它算作卷积层。</translation>
    </message>
    <message>
        <source>Each of the {maps} units weighs all units of {below}. Together they draw a small picture, which the output compares with the code of each class.</source>
        <translation>{maps} 个单元各对 {below} 的所有单元加权。它们合起来画出一幅小图，输出层把它与每个类别的编码比较。</translation>
    </message>
    <message>
        <source>Each of the {maps} units weighs all units of {below}: here the features become evidence.</source>
        <translation>{maps} 个单元各对 {below} 的所有单元加权：特征在这里变成证据。</translation>
    </message>
    <message>
        <source>One unit for each class weighs all units of {below}; softmax turns the {maps} sums into probabilities that add up to 1. The network of 1998 compares with codes instead.</source>
        <translation>每个类别有一个单元，对 {below} 的所有单元加权；softmax 把 {maps} 个和变成总和为 1 的概率。1998 年的网络则与编码比较。</translation>
    </message>
    <message>
        <source>Each of the {maps} maps reads only some of the {read} maps of {below}, as the connection table says. So maps are forced to look for different things, and fewer kernels are enough.</source>
        <translation>{maps} 个特征图各只读 {below} 的 {read} 个特征图中的几个，由连接表规定。于是各特征图不得不寻找不同的东西，较少的卷积核也就够了。</translation>
    </message>
    <message>
        <source>Each unit adds up a square of {kernel} units, times a trained coefficient, plus a trained bias. Where exactly a feature lies matters less from here on.</source>
        <translation>每个单元把 {kernel} 个单元的方块相加，乘以训练得到的系数，再加上训练得到的偏置。从这里起，特征的确切位置不那么重要了。</translation>
    </message>
    <message>
        <source>Each unit is the average of a square of {kernel} units; nothing is trained. Where exactly a feature lies matters less from here on.</source>
        <translation>每个单元是 {kernel} 个单元的方块的平均值，没有要训练的。从这里起，特征的确切位置不那么重要了。</translation>
    </message>
    <message>
        <source>Each unit is the largest of a square of {kernel} units; nothing is trained. Where exactly a feature lies matters less from here on. The network of 1998 adds instead.</source>
        <translation>每个单元是 {kernel} 个单元的方块中的最大值，没有要训练的。从这里起，特征的确切位置不那么重要了。1998 年的网络则是相加。</translation>
    </message>
    <message>
        <source>Each unit averages the largest values of overlapping squares of {kernel} units, so that a shift by one pixel changes little; nothing is trained. The network of 1998 adds instead.</source>
        <translation>每个单元是几个相互重叠的 {kernel} 方块的最大值的平均，所以平移一个像素几乎没有影响；没有要训练的。1998 年的网络则是相加。</translation>
    </message>
    <message>
        <source>Each of the {maps} units measures how far {below} is from the drawn code of its class: the squared distance, a penalty. The smallest one is the answer.</source>
        <translation>{maps} 个单元各测量 {below} 与其类别所画编码的距离：距离的平方，即惩罚值。最小的就是答案。</translation>
    </message>
    <message>
        <source>Rows and columns of a map: {0}.</source>
        <translation>特征图的行数和列数：{0}。</translation>
    </message>
    <message>
        <source>Before training: {0}.</source>
        <translation>训练之前：{0}。</translation>
    </message>
</context>
<context>
    <name>LayerWeights</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Arrow keys move from weight to weight, Page Up and Page Down from map to map.</source>
        <translation>方向键在权重之间移动，Page Up 和 Page Down 在特征图之间移动。</translation>
    </message>
    <message>
        <source>Nothing is trained in this layer.</source>
        <translation>这一层没有需要训练的数。</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>个权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>个偏置</translation>
    </message>
    <message>
        <source>coefficients</source>
        <translation>个系数</translation>
    </message>
    <message>
        <source>codes, not trained</source>
        <translation>个编码值，不训练</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>trained parameters</source>
        <translation>训练的参数</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>first weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>the codes are fixed</source>
        <translation>编码是固定的</translation>
    </message>
    <message>
        <source>{0} parameters · {1} connections</source>
        <translation>{0} 个参数 · {1} 个连接</translation>
    </message>
    <message>
        <source>black is {0}, white {1}</source>
        <translation>黑为 {0}，白为 {1}</translation>
    </message>
    <message>
        <source>picture, resized</source>
        <translation>缩放后的图片</translation>
    </message>
    <message>
        <source>paper is {0}, ink {1}</source>
        <translation>纸为 {0}，墨迹为 {1}</translation>
    </message>
    <message>
        <source>28×28 digit</source>
        <translation>28×28 数字</translation>
    </message>
    <message>
        <source>28×28 digit, border {0}</source>
        <translation>28×28 数字，边框 {0}</translation>
    </message>
    <message>
        <source>28×28 digit without its rim of {0}</source>
        <translation>28×28 数字，去掉 {0} 的外圈</translation>
    </message>
    <message>
        <source>{0} pads it by {1} per side with zeros</source>
        <translation>{0} 在每边填充 {1} 个零</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>convolution by table</source>
        <translation>按表卷积</translation>
    </message>
    <message>
        <source>sum subsampling</source>
        <translation>求和下采样</translation>
    </message>
    <message>
        <source>average subsampling</source>
        <translation>平均下采样</translation>
    </message>
    <message>
        <source>max subsampling</source>
        <translation>最大值下采样</translation>
    </message>
    <message>
        <source>max blur subsampling</source>
        <translation>最大值模糊下采样</translation>
    </message>
    <message>
        <source>full connection</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Euclidean RBF</source>
        <translation>欧几里得 RBF</translation>
    </message>
    <message>
        <source>{0} by table</source>
        <translation>{0} 按表</translation>
    </message>
    <message>
        <source>{0} sum</source>
        <translation>{0} 求和</translation>
    </message>
    <message>
        <source>{0} average</source>
        <translation>{0} 平均</translation>
    </message>
    <message>
        <source>{0} max</source>
        <translation>{0} 最大</translation>
    </message>
    <message>
        <source>{0} max blur</source>
        <translation>{0} 最大模糊</translation>
    </message>
    <message>
        <source>{0} × RBF</source>
        <translation>{0} 个 RBF</translation>
    </message>
    <message>
        <source>scaled tanh</source>
        <translation>缩放 tanh</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>coefficients</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>uniform within ±{0}</source>
        <translation>在 ±{0} 内均匀分布</translation>
    </message>
    <message>
        <source>uniform within ±{0} to ±{1}, by map</source>
        <translation>在 ±{0} 至 ±{1} 内均匀分布，因特征图而异</translation>
    </message>
    <message>
        <source>normal with deviation {0}</source>
        <translation>正态分布，标准差 {0}</translation>
    </message>
    <message>
        <source>normal with deviation {0} to {1}, by map</source>
        <translation>正态分布，标准差 {0} 至 {1}，因特征图而异</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>下采样</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>A row for each layer: kind, kernel, activation function and shapes, and how its trained parameters and connections are counted. Choose a row to read what the layer is for.</source>
        <translation>每层一行：种类、卷积核、激活函数和形状，以及如何计算训练的参数和连接。选择一行可以读到该层的用途。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the layers as text for other programs</source>
        <translation>把各层复制为其他程序可用的文字</translation>
    </message>
    <message>
        <source>Copy the layers</source>
        <translation>复制各层</translation>
    </message>
    <message>
        <source>1998 paper, {0}</source>
        <translation>1998 年论文，{0}</translation>
    </message>
    <message>
        <source>Open the glossary at {0}</source>
        <translation>在词汇表中打开“{0}”</translation>
    </message>
    <message>
        <source>Glossary: {0}</source>
        <translation>词汇表：{0}</translation>
    </message>
    <message>
        <source>As &amp;Markdown</source>
        <translation>复制为 &amp;Markdown</translation>
    </message>
    <message>
        <source>As &amp;PyTorch prints it</source>
        <translation>按 &amp;PyTorch 的打印格式</translation>
    </message>
    <message>
        <source>As &amp;Keras sums it up</source>
        <translation>按 &amp;Keras 的摘要格式</translation>
    </message>
    <message>
        <source>Keras also counts {0} weights that the connection table holds at 0.</source>
        <translation>Keras 还计入了连接表保持为 0 的 {0} 个权重。</translation>
    </message>
</context>
<context>
    <name>LayersTable</name>
    <message>
        <source>Choose a layer to read what it is for</source>
        <translation>选择一层，读它的用途</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Layer|Kind|Shape|Parameters|Connections</source>
        <translation>层|种类|形状|参数|连接</translation>
    </message>
    <message>
        <source>stride {0}</source>
        <translation>步幅 {0}</translation>
    </message>
    <message>
        <source>padding {0}</source>
        <translation>填充 {0}</translation>
    </message>
</context>
<context>
    <name>LearningNetwork</name>
    <message>
        <source>learning</source>
        <translation>学习中</translation>
    </message>
</context>
<context>
    <name>LearningStep</name>
    <message>
        <source>{0}, changed</source>
        <translation>{0}，已改</translation>
    </message>
</context>
<context>
    <name>LearningStepPanel</name>
    <message>
        <source>One step of learning</source>
        <translation>一步学习</translation>
    </message>
    <message>
        <source>Say which class is the right one. The loss E measures how wrong the network is. Its gradient goes back from the output, layer by layer: δ says how E changes with the weighted sum of each unit. A step moves each weight of a copy of the network against its gradient, and the copy then reads the page.</source>
        <translation>说出哪个类别才是对的。损失 E 衡量网络错得有多远。它的梯度从输出逐层向后传：δ 表示 E 随每个单元的加权和怎样变化。走一步，就是让网络副本的每个权重逆着自己的梯度移动，然后由副本来识别页面。</translation>
    </message>
    <message>
        <source>The right class</source>
        <translation>正确的类别</translation>
    </message>
    <message>
        <source>The class that the digit on the page should be</source>
        <translation>页面上的数字应该属于的类别</translation>
    </message>
    <message>
        <source>◂ Back</source>
        <translation>◂ 向后</translation>
    </message>
    <message>
        <source>Show the gradient one layer further from the output</source>
        <translation>再往后一层显示梯度，离输出更远</translation>
    </message>
    <message>
        <source>Forward ▸</source>
        <translation>向前 ▸</translation>
    </message>
    <message>
        <source>Show the gradient of one layer less</source>
        <translation>少显示一层的梯度</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the gradients of all layers</source>
        <translation>显示所有层的梯度</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Show activations again</source>
        <translation>重新显示激活值</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Each weight moves by the rate times its gradient, against the gradient</source>
        <translation>每个权重逆着梯度移动，移动量是学习率乘以梯度</translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation>走这一步</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the newest step back</source>
        <translation>撤回最近的一步</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Read with the network as it was before the first step</source>
        <translation>用第一步之前的网络来识别</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>It should be a</source>
        <translation>应该是</translation>
    </message>
    <message>
        <source>Draw a digit: there is nothing to learn from an empty page.</source>
        <translation>请画一个数字：空白的页面没有什么可学。</translation>
    </message>
    <message>
        <source>The network answers {0} already, so there is little to learn. Say that it should be another class, and see how the network changes.</source>
        <translation>网络已经回答 {0}，所以没有多少可学的。说它应该是另一个类别，看看网络如何改变。</translation>
    </message>
    <message>
        <source>The network picture shows activations. Go back layer by layer to see there how the loss changes with each unit: δ.</source>
        <translation>网络图现在显示激活值。逐层向后，就能在图中看到损失随每个单元怎样变化：δ。</translation>
    </message>
    <message>
        <source>δ of {0}</source>
        <translation>{0} 的 δ</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>&amp;Use this network</source>
        <translation>使用这个网络(&amp;U)</translation>
    </message>
    <message>
        <source>Read with this network from now on</source>
        <translation>今后由这个网络识别</translation>
    </message>
    <message>
        <source>&amp;Train further</source>
        <translation>继续训练(&amp;T)</translation>
    </message>
    <message>
        <source>Start a training from the weights of this network</source>
        <translation>从这个网络的权重开始训练</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Select two networks to compare them on the same digits</source>
        <translation>选择两个网络，在相同的数字上比较它们</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Rename this network</source>
        <translation>重命名这个网络</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>备注(&amp;O)</translation>
    </message>
    <message>
        <source>Edit the note saved with this network</source>
        <translation>编辑与这个网络一同保存的备注</translation>
    </message>
    <message>
        <source>E&amp;xport …</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Export this network as an ONNX model, as weights, or as a script</source>
        <translation>把这个网络导出为 ONNX 模型、权重或脚本</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder that contains your networks</source>
        <translation>打开存放所保留网络的文件夹</translation>
    </message>
    <message>
        <source>&amp;Delete …</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete this network from the library (asks first)</source>
        <translation>从网络库中删除这个网络（会先询问）</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>&amp;More</source>
        <translation>更多(&amp;M)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Rename, note, export, show the folder</source>
        <translation>重命名、备注、导出、显示文件夹</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Library</source>
        <translation>网络库</translation>
    </message>
    <message>
        <source>Trained networks: those that come with the program, and those that you trained and kept. Select one to use it or to train it further; select two to compare them on the same digits.</source>
        <translation>训练好的网络：程序自带的，以及您训练并保留的。选择一个来使用或继续训练；选择两个在相同的数字上比较。</translation>
    </message>
    <message>
        <source>Delete {0} from the library?</source>
        <translation>从网络库中删除 {0} 吗？</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Your networks are in {0}</source>
        <translation>网络存放在 {0}</translation>
    </message>
</context>
<context>
    <name>LibraryTable</name>
    <message>
        <source>Trained networks</source>
        <translation>训练好的网络</translation>
    </message>
    <message>
        <source>Enter uses a network, F2 renames it, Del deletes it; select two to compare them</source>
        <translation>回车键使用网络，F2 重命名，Del 删除；选中两个可以比较</translation>
    </message>
    <message>
        <source>All trained networks. Those that come with the program cannot be changed; a dot marks the one in use. </source>
        <translation>所有训练好的网络。随程序附带的网络不能更改；圆点标出正在使用的网络。</translation>
    </message>
    <message>
        <source>Name|Architecture|Test error|Tested on|Trained|Duration|Note</source>
        <translation>名称|架构|测试错误率|测试数据|训练时间|用时|备注</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Error rate on {1}: {0}, with the 95 % interval in brackets</source>
        <translation>{1}：错误率 {0}；括号内是 95 % 置信区间</translation>
    </message>
    <message>
        <source>{0}. Loss: {1}</source>
        <translation>{0}。损失：{1}</translation>
    </message>
    <message>
        <source>{0} comes with the program and cannot be changed</source>
        <translation>{0} 是程序自带的，不能更改</translation>
    </message>
    <message>
        <source>{0} on one processor core, including earlier training</source>
        <translation>单个处理器核心用时 {0}，包括之前的训练</translation>
    </message>
    <message>
        <source>{0}, in use</source>
        <translation>{0}，正在使用</translation>
    </message>
</context>
<context>
    <name>LikingSection</name>
    <message>
        <source>Pin a unit of the network with a click, and see here what it likes.</source>
        <translation>点击固定网络的一个单元，这里就会显示它喜欢什么。</translation>
    </message>
    <message>
        <source>What {0} likes</source>
        <translation>{0} 喜欢什么</translation>
    </message>
    <message>
        <source>Searching MNIST&apos;s test digits …</source>
        <translation>正在查找 MNIST 的测试数字……</translation>
    </message>
    <message>
        <source>Left: the nine of {0} test digits that excite it most.</source>
        <translation>左：{0} 个测试数字中最能激发它的九个。</translation>
    </message>
    <message>
        <source>Left: it makes no difference between these nine of {0} test digits.</source>
        <translation>左：对 {0} 个测试数字中的这九个，它的反应相同。</translation>
    </message>
    <message>
        <source>Right: inputs grown in {0} small steps, each in the direction that excites it more (gradient ascent) and smoothed a little.</source>
        <translation>右：用 {0} 小步生成的输入，每一步都朝更能激发它的方向（梯度上升），并稍加平滑。</translation>
    </message>
</context>
<context>
    <name>LikingView</name>
    <message>
        <source>What the unit likes</source>
        <translation>该单元喜欢什么</translation>
    </message>
    <message>
        <source>Left: of MNIST&apos;s test digits the nine that excite the pinned unit most, with its receptive field; a click puts one onto the page. Right: inputs that were grown, step by step, in the direction that excites the unit more (gradient ascent): from grey, and from what is on the page. Each step is smoothed a little.</source>
        <translation>左：MNIST 测试数字中最能激发所固定单元的九个，框出其感受野；点击可将数字放到页面上。右：一步一步朝更能激发该单元的方向生成的输入（梯度上升）：从灰色开始，以及从页面上的内容开始。每一步都稍加平滑。</translation>
    </message>
    <message>
        <source>Test digit {0}, labelled {1}: {2}</source>
        <translation>测试数字 {0}，标签 {1}：{2}</translation>
    </message>
    <message>
        <source>Excitation before {0}, after {1}</source>
        <translation>激发：之前 {0}，之后 {1}</translation>
    </message>
    <message>
        <source>test digits</source>
        <translation>测试数字</translation>
    </message>
    <message>
        <source>from grey</source>
        <translation>从灰色</translation>
    </message>
    <message>
        <source>from ink</source>
        <translation>从墨迹</translation>
    </message>
</context>
<context>
    <name>LiveSide</name>
    <message>
        <source>Sho&amp;w live readings</source>
        <translation>显示实时识别(&amp;W)</translation>
    </message>
    <message>
        <source>Show live readings</source>
        <translation>显示实时识别</translation>
    </message>
    <message>
        <source>Read the page with the network in training, several times a second</source>
        <translation>正在训练的网络每秒多次识别画板</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>验证错误率</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>图像/秒</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未测量</translation>
    </message>
</context>
<context>
    <name>LongBox</name>
    <message>
        <source>Train for a time</source>
        <translation>按时间训练</translation>
    </message>
    <message>
        <source>Train for epochs</source>
        <translation>按轮数训练</translation>
    </message>
</context>
<context>
    <name>LossWords</name>
    <message>
        <source>MAP loss (1998, equation 9)</source>
        <translation>MAP 损失（1998，公式 9）</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Penalty of the right class (1998, equation 8)</source>
        <translation>正确类别的惩罚（1998 年论文，式 8）</translation>
    </message>
    <message>
        <source>Mean square</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>{0}, as in its training</source>
        <translation>{0}，与它的训练相同</translation>
    </message>
    <message>
        <source>{0}; how it was trained is unknown</source>
        <translation>{0}；不知道它是怎样训练的</translation>
    </message>
    <message>
        <source>y: penalty of a class; j: of the not-a-digit class</source>
        <translation>y：类别的惩罚；j：非数字类别的惩罚</translation>
    </message>
    <message>
        <source>z: evidence before the softmax; {0}j: that of the not-a-digit class</source>
        <translation>z：softmax 之前的证据；{0}j：非数字类别的证据</translation>
    </message>
    <message>
        <source>y: penalty of a class</source>
        <translation>y：类别的惩罚</translation>
    </message>
    <message>
        <source>p: probability; t: 1 for the right class, 0 for others</source>
        <translation>p：概率；t：正确的类别为 1，其他为 0</translation>
    </message>
    <message>
        <source>p: probability of the right class</source>
        <translation>p：正确类别的概率</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved: {0}</source>
        <translation>已保存：{0}</translation>
    </message>
    <message>
        <source>Settings cannot be saved: {0} is not writable</source>
        <translation>无法保存设置：不能写入 {0}</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Pa&amp;nels</source>
        <translation>面板(&amp;N)</translation>
    </message>
    <message>
        <source>E&amp;xport panel</source>
        <translation>导出面板(&amp;X)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
</context>
<context>
    <name>MnistSource</name>
    <message>
        <source>All digits</source>
        <translation>所有数字</translation>
    </message>
    <message>
        <source>Only {0}</source>
        <translation>只看 {0}</translation>
    </message>
    <message>
        <source>Which digits are shown</source>
        <translation>显示哪些数字</translation>
    </message>
    <message>
        <source>&amp;Random digit</source>
        <translation>随机数字(&amp;R)</translation>
    </message>
    <message>
        <source>Put one of these digits onto the page at random</source>
        <translation>把这些数字中随机的一个放到画板上</translation>
    </message>
    <message>
        <source>MNIST test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>The 10,000 test digits of MNIST. Click one to read it.</source>
        <translation>MNIST 的 10,000 个测试数字。点击一个，网络就会识别它。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s)</source>
        <translation>
            <numerusform>%Ln 个数字</numerusform>
        </translation>
    </message>
    <message>
        <source>MNIST test digit {0}, labelled {1}</source>
        <translation>MNIST 测试数字 {0}，标签为 {1}</translation>
    </message>
</context>
<context>
    <name>NetworkBar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Netwo&amp;rk</source>
        <translation>网络(&amp;R)</translation>
    </message>
    <message>
        <source>The trained network that reads</source>
        <translation>用于识别的训练好的网络</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>NetworkBox</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A complete set of settings. Any change makes them custom settings.</source>
        <translation>一组完整的设置。任何更改都会使其成为自定义设置。</translation>
    </message>
    <message>
        <source>Architecture to train</source>
        <translation>要训练的架构</translation>
    </message>
    <message>
        <source>The architecture to train, from random weights.</source>
        <translation>训练哪种架构，从随机权重开始。</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Architect&amp;ure</source>
        <translation>架构(&amp;U)</translation>
    </message>
</context>
<context>
    <name>NetworkChoice</name>
    <message>
        <source>Use {0}</source>
        <translation>使用 {0}</translation>
    </message>
    <message>
        <source>the network that is being trained</source>
        <translation>正在训练的网络</translation>
    </message>
</context>
<context>
    <name>NetworkExport</name>
    <message>
        <source>Export {0}</source>
        <translation>导出 {0}</translation>
    </message>
</context>
<context>
    <name>NetworkFacts</name>
    <message>
        <source>{0} parameters · {1} connections</source>
        <translation>{0} 个参数 · {1} 个连接</translation>
    </message>
    <message>
        <source>{0} % error on {1}</source>
        <translation>{1}：错误率 {0} %</translation>
    </message>
    <message>
        <source>{0} % error on {3} ({1} to {2})</source>
        <translation>{3}：错误率 {0} %（{1} 到 {2}）</translation>
    </message>
    <message>
        <source>{0} % error</source>
        <translation>错误率 {0} %</translation>
    </message>
</context>
<context>
    <name>NetworkImportDialog</name>
    <message>
        <source>Import a network</source>
        <translation>导入网络</translation>
    </message>
    <message>
        <source>Puts a network of another program into the library.</source>
        <translation>将其他程序的网络放入网络库。</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Put the network into the library, and read with it</source>
        <translation>将该网络放入网络库，并用它来识别</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close without importing</source>
        <translation>关闭而不导入</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The activations of every layer, from the input on the left to the output on the right.</source>
        <translation>每一层的激活值，从左边的输入到右边的输出。</translation>
    </message>
    <message>
        <source>Each square is a feature map, each small square in it a unit. Orange is positive, blue negative; all maps of a layer share the scale below them. Point at a unit to see its value, its inputs and its receptive field. Arrow keys move from unit to unit, Page Up and Page Down from map to map, Home and End from layer to layer.</source>
        <translation>每个方块是一个特征图，其中每个小方格是一个单元。橙色为正，蓝色为负；同一层的所有特征图共用下方的标尺。指向一个单元，可以看到它的值、它的输入和它的感受野。方向键逐个单元移动，Page Up 和 Page Down 逐个特征图移动，Home 和 End 逐层移动。</translation>
    </message>
    <message>
        <source>code of {0}</source>
        <translation>{0} 的编码</translation>
    </message>
    <message>
        <source>weights of {0}</source>
        <translation>{0} 的权重</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>{0}, sees pictures in colour</source>
        <translation>{0}，看彩色图片</translation>
    </message>
    <message>
        <source>{0}, sees pictures in grey</source>
        <translation>{0}，看灰度图片</translation>
    </message>
    <message>
        <source>{0}, also trained on {1}</source>
        <translation>{0}，另用{1}训练</translation>
    </message>
    <message>
        <source>{0}, trained on {1}</source>
        <translation>{0}，用{1}训练</translation>
    </message>
    <message>
        <source>pens</source>
        <translation>手写笔数据</translation>
    </message>
</context>
<context>
    <name>NormalizationPanel</name>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>How the ink is converted to the form of MNIST&apos;s digits.</source>
        <translation>墨迹如何变成 MNIST 数字的形式。</translation>
    </message>
    <message>
        <source>The square around the ink is averaged down to 20 by 20 pixels. Their centre of mass is moved by whole pixels to the middle of 28 by 28; MNIST&apos;s digits were made in the same way. The last picture is what this network reads: with a border, without one, or padded by its first layer. A network that sees pictures gets the whole picture, resized.</source>
        <translation>围住墨迹的正方形平均缩小到 20×20 像素。其重心按整像素移到 28×28 的中央；MNIST 的数字就是这样做的。最后一幅图是本网络读到的：带边框、不带边框，或由第一层填充。看图片的网络得到缩放后的整幅图片。</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Ink {0} × {1} pixels; the square of {2} becomes 20 × 20. {3}</source>
        <translation>墨迹 {0} × {1} 像素；边长 {2} 的正方形变成 20 × 20。{3}</translation>
    </message>
    <message>
        <source>{0} to the right</source>
        <translation>向右 {0}</translation>
    </message>
    <message>
        <source>{0} to the left</source>
        <translation>向左 {0}</translation>
    </message>
    <message>
        <source>{0} down</source>
        <translation>向下 {0}</translation>
    </message>
    <message>
        <source>{0} up</source>
        <translation>向上 {0}</translation>
    </message>
    <message>
        <source>Its centre of mass is already in the middle.</source>
        <translation>质心已在中央。</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>Centre of mass moved to the middle: {0}.</source>
        <translation>质心移到中央：{0}。</translation>
    </message>
    <message>
        <source>A dot of {0} × {1} pixels is not a digit.</source>
        <translation>{0} × {1} 像素的一个点：不是数字。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试一次</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Connect, if this is the fingerprint that the camera itself shows</source>
        <translation>如果这是摄像头自身显示的指纹，则连接</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Use a network camera instead</source>
        <translation>改用网络摄像头的视频流</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Use a video file instead</source>
        <translation>改用视频文件</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Open a photo instead</source>
        <translation>改为打开照片</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Draw here</source>
        <translation>在这里书写</translation>
    </message>
</context>
<context>
    <name>PageArea</name>
    <message>
        <source>Source of the digits</source>
        <translation>数字来源</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Connection table</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>One step of learning</source>
        <translation>一步学习</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>网络库</translation>
    </message>
    <message>
        <source>Show or hide this panel</source>
        <translation>显示或隐藏这个面板</translation>
    </message>
</context>
<context>
    <name>PanelExport</name>
    <message>
        <source>Save the contents of this panel as a picture or a table</source>
        <translation>把这个面板显示的内容保存为图片或表格</translation>
    </message>
    <message>
        <source>&amp;Export this panel …</source>
        <translation>导出这个面板(&amp;E)…</translation>
    </message>
    <message>
        <source>E&amp;xplain this panel</source>
        <translation>解释此面板(&amp;X)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>手写稿</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Export {0}</source>
        <translation>导出 {0}</translation>
    </message>
</context>
<context>
    <name>PhotoCommands</name>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文本</translation>
    </message>
    <message>
        <source>No lines to copy: lines are read in Camera and Picture</source>
        <translation>没有可复制的行：“摄像头”和“图片”中才会识别出行</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Arrow keys move from digit to digit; Enter puts one onto the page.</source>
        <translation>方向键逐个数字移动，回车键把它放到画板上。</translation>
    </message>
    <message>
        <source>Digits are boxed in blue with their answers. A question mark means that the network is not sure; grey boxes hold ink that was rejected. All panels show the digit in the orange box: click another, or go to it with the arrow keys. A click or Enter also puts its ink onto the page. The wheel, + and - zoom; 0 shows the whole picture. A network that sees pictures reads all of it as one.</source>
        <translation>数字带着答案显示在蓝框中。问号表示网络不确定；灰框中是被拒识的墨迹。所有面板显示橙框中的数字：点击另一个，或用方向键移过去。点击或按回车键还会把它的墨迹放到画板上。滚轮、+ 和 - 可以缩放；0 显示整幅图片。看图片的网络把整幅图片作为一个整体识别。</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Picture</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>1 Grey</source>
        <translation>1 灰度</translation>
    </message>
    <message>
        <source>2 Lighting removed</source>
        <translation>2 除去光照</translation>
    </message>
    <message>
        <source>3 Ink</source>
        <translation>3 墨迹</translation>
    </message>
    <message>
        <source>4 Ruling removed</source>
        <translation>4 除去格线</translation>
    </message>
    <message>
        <source>5 Lines in reading order</source>
        <translation>5 按阅读顺序的行</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>The picture, or a stage of its processing</source>
        <translation>原图，或处理过程中的某个阶段</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all lines as text</source>
        <translation>把所有行复制为文本</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Digit from a picture</source>
        <translation>图中的数字</translation>
    </message>
    <message>
        <source>{chosen}. Arrow keys move from digit to digit; Enter puts one onto the page.</source>
        <translation>{chosen}。方向键逐个数字移动，回车键把它放到画板上。</translation>
    </message>
    <message>
        <source>There is too much on this picture to read it live. Choose Frame, and drag the frame around the digits.</source>
        <translation>此画面内容过多，无法实时识别。请选择“取景框”，并将其拖到数字周围。</translation>
    </message>
    <message>
        <source>The network sees the whole picture · read in {time} ms</source>
        <translation>网络看到整张图片 · 识别用时 {time} 毫秒</translation>
    </message>
    <message>
        <source>No readable digits were found in this picture.</source>
        <translation>在这幅图中没有找到可以识别的数字。</translation>
    </message>
    <message>
        <source>Digits: {digits} · lines: {lines} · read in {time} ms</source>
        <translation>数字：{digits} · 行：{lines} · 识别用时 {time} 毫秒</translation>
    </message>
    <message>
        <source>Copied as text</source>
        <translation>已复制为文本</translation>
    </message>
</context>
<context>
    <name>PictureSource</name>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open one or several photos</source>
        <translation>打开照片，一张或多张</translation>
    </message>
    <message>
        <source>Sam&amp;ples …</source>
        <translation>示例(&amp;P) …</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Open a page that comes with the program</source>
        <translation>打开随程序附带的照片</translation>
    </message>
    <message>
        <source>&amp;All pictures</source>
        <translation>所有图片(&amp;A)</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有图片</translation>
    </message>
    <message>
        <source>Back to the contact sheet (Esc)</source>
        <translation>返回缩略图总览 (Esc)</translation>
    </message>
    <message>
        <source>Open, paste or drop photos of digits. Several photos make a contact sheet.</source>
        <translation>打开、粘贴或拖入有数字的照片。多张照片会组成缩略图总览。</translation>
    </message>
    <message>
        <source>Finds and reads all digits in a photo. Show displays the stages of its processing.</source>
        <translation>找出并识别照片中的所有数字。“显示”可以查看处理的各个阶段。</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0}…</translation>
    </message>
</context>
<context>
    <name>PictureStages</name>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are resized to {2} × {3}.</source>
        <translation>{0} × {1} 像素缩放为 {2} × {3}。</translation>
    </message>
    <message>
        <source>Their colours become grey.</source>
        <translation>颜色转换为灰度。</translation>
    </message>
    <message>
        <source>Values 0 to 255 become {0} to {1}.</source>
        <translation>数值 0 到 255 变为 {0} 到 {1}。</translation>
    </message>
    <message>
        <source>{0} pads them by {1} per side with zeros.</source>
        <translation>{0} 在每边填充 {1} 个零。</translation>
    </message>
    <message>
        <source>Nothing is declined.</source>
        <translation>不拒识。</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Best recipe</source>
        <translation>最佳方案</translation>
    </message>
    <message>
        <source>AdamW, a learning rate that rises and then falls along a cosine, averaged weights and image augmentation: how the networks that come with this program were trained.</source>
        <translation>AdamW，学习率先升后沿余弦下降，权重取平均，使用图像增强：本程序自带的网络就是这样训练的。</translation>
    </message>
    <message>
        <source>For pens</source>
        <translation>适合手写笔</translation>
    </message>
    <message>
        <source>For stroke sets in addition to MNIST: stroke augmentation, which alters each drawing as if it were made by other hands, and scribbles, which the network learns to reject.</source>
        <translation>用于 MNIST 加笔画集：笔画增强会改变每份手写稿，像是出自他人之手；并加入涂鸦，让网络学会拒识它们。</translation>
    </message>
    <message>
        <source>As published in 1998</source>
        <translation>1998 年论文的方法</translation>
    </message>
    <message>
        <source>20 passes over the digits without augmentation, one digit per step, with equation 8, the stochastic diagonal Levenberg-Marquardt method and the learning rates of the paper. The paper reports 0.95 % error; here it reached 1.96 %, in 35 minutes on one core.</source>
        <translation>不使用增强，对数字训练 20 轮，每步一个数字，使用公式 8、随机对角 Levenberg-Marquardt 方法和论文的学习率。论文报告的错误率是 0.95 %；这里达到 1.96 %，单核用时 35 分钟。</translation>
    </message>
    <message>
        <source>As in the Keras articles</source>
        <translation>Keras 文章的方法</translation>
    </message>
    <message>
        <source>Adam, 5 epochs, 32 digits per step, the first 5,000 digits for validation, and no augmentation, as in the articles. Only the learning rate falls to 0, which reaches their 98.6 % correct test digits on average.</source>
        <translation>Adam，5 轮，每步 32 个数字，前 5,000 个数字用于验证，不使用增强，与文章相同。只是学习率降到 0，这样平均达到文章的 98.6 % 测试数字正确率。</translation>
    </message>
    <message>
        <source>Keras articles, constant rate</source>
        <translation>Keras 文章，学习率不变</translation>
    </message>
    <message>
        <source>Adam, 5 epochs, 32 digits per step, the first 5,000 digits for validation, no augmentation, and a constant learning rate of 0.001: all as in the articles. Here it reached 98.1 to 98.3 % correct test digits, depending on the seed. Keras itself, which was also trained on these 5,000 digits, reached 98.0 to 98.6 %.</source>
        <translation>Adam，5 轮，每步 32 个数字，前 5,000 个数字用于验证，不使用增强，学习率保持 0.001 不变：全部与文章相同。在这里视随机种子不同达到 98.1 到 98.3 % 的测试数字正确率。Keras 本身也用这 5,000 个数字训练，达到 98.0 到 98.6 %。</translation>
    </message>
</context>
<context>
    <name>PreviewStrip</name>
    <message>
        <source>Digits as they are, and augmented</source>
        <translation>原来的数字，和增强后的数字</translation>
    </message>
    <message>
        <source>Above: digits from the data. Below: the same digits, augmented as the network may see them.</source>
        <translation>上方：数据中的数字。下方：同一些数字，增强成网络可能看到的样子。</translation>
    </message>
</context>
<context>
    <name>QuitGuard</name>
    <message>
        <source>A network is being trained.</source>
        <translation>正在训练一个网络。</translation>
    </message>
    <message>
        <source>Its progress is saved, and the next start offers to resume it.</source>
        <translation>训练进度会保存，下次启动时可以继续。</translation>
    </message>
    <message>
        <source>&amp;Quit and save</source>
        <translation>退出并保存(&amp;Q)</translation>
    </message>
    <message>
        <source>Continue trainin&amp;g</source>
        <translation>继续训练(&amp;G)</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Two digits</source>
        <translation>两个数字</translation>
    </message>
    <message>
        <source>Several digits</source>
        <translation>多个数字</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>This looks like two digits. Draw one at a time.</source>
        <translation>看起来是两个数字。请一次只写一个。</translation>
    </message>
    <message>
        <source>This looks like several digits. Draw one at a time.</source>
        <translation>看起来是多个数字。请一次只写一个。</translation>
    </message>
    <message>
        <source>Not sure: only a dot</source>
        <translation>不确定：只是一个点</translation>
    </message>
    <message>
        <source>Not sure: does not look like a digit</source>
        <translation>不确定：不像数字</translation>
    </message>
    <message>
        <source>Not sure: {first} or {second}?</source>
        <translation>不确定：{first} 还是 {second}？</translation>
    </message>
    <message>
        <source>margin {0}</source>
        <translation>差距 {0}</translation>
    </message>
    <message>
        <source>certainty {0}</source>
        <translation>把握 {0}</translation>
    </message>
    <message>
        <source>Now: {certainty}.</source>
        <translation>当前：{certainty}。</translation>
    </message>
    <message>
        <source>Now: {certainty}. Required: {needed}.</source>
        <translation>当前：{certainty}。需要：{needed}。</translation>
    </message>
    <message>
        <source>So low a threshold is enough because the not-a-digit class takes part of the probability: answers above it were rarely wrong.</source>
        <translation>这么低的阈值就够了，因为非数字类也占一部分概率：高于它的答案很少出错。</translation>
    </message>
    <message>
        <source>best output above {0}</source>
        <translation>最好的输出高于 {0}</translation>
    </message>
    <message>
        <source>runner-up below {0}</source>
        <translation>次好的低于 {0}</translation>
    </message>
    <message>
        <source>margin above {0}</source>
        <translation>差距大于 {0}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Output {0}</source>
        <translation>输出 {0}</translation>
    </message>
    <message>
        <source>Input · row {0}, column {1}</source>
        <translation>输入 · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>Input, red · row {0}, column {1}</source>
        <translation>输入（红） · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>Input, green · row {0}, column {1}</source>
        <translation>输入（绿） · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>Input, blue · row {0}, column {1}</source>
        <translation>输入（蓝） · 第 {0} 行，第 {1} 列</translation>
    </message>
    <message>
        <source>{0} unit {1}</source>
        <translation>{0} 单元 {1}</translation>
    </message>
    <message>
        <source>{0} map {1} · row {2}, column {3}</source>
        <translation>{0} 特征图 {1} · 第 {2} 行，第 {3} 列</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading progress</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Stop reading; nothing is imported</source>
        <translation>停止读取；不导入任何内容</translation>
    </message>
    <message>
        <source>Reading {0} …</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>About {0} s left</source>
        <translation>大约还需 {0} 秒</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开的文件(&amp;R)</translation>
    </message>
</context>
<context>
    <name>RecoveryCommands</name>
    <message>
        <source>Recovery</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore what you were drawing? ({0})</source>
        <translation>要恢复之前所画的内容吗？（{0}）</translation>
    </message>
    <message>
        <source>The program ended before you closed it. Your drawing was kept.</source>
        <translation>程序在您关闭之前就结束了，您的手写稿已保留。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put the drawing and its undo history back; undo returns to what is here now</source>
        <translation>放回手写稿及其撤销历史；撤销可回到现在的内容</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the drawing that was kept</source>
        <translation>删除保留的手写稿</translation>
    </message>
</context>
<context>
    <name>Rejecting</name>
    <message>
        <source>As set in the network&apos;s file</source>
        <translation>按网络文件的设置</translation>
    </message>
    <message>
        <source>Always answers</source>
        <translation>总是作答</translation>
    </message>
    <message>
        <source>≤ {wrong} wrong in {answers}</source>
        <translation>每 {answers} 个最多错 {wrong} 个</translation>
    </message>
    <message>
        <source>Allow {wrong} mistake in {answers} answers</source>
        <translation>每 {answers} 个回答允许错 {wrong} 个</translation>
    </message>
    <message>
        <source>Allow {wrong} mistakes in {answers} answers</source>
        <translation>每 {answers} 个回答允许错 {wrong} 个</translation>
    </message>
    <message>
        <source>Not-a-digit class</source>
        <translation>非数字类</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Three thresholds (1990)</source>
        <translation>三个阈值（1990）</translation>
    </message>
    <message>
        <source>In addition to the classes there is a not-a-digit class (the paper&apos;s rubbish class) with constant evidence. The probability of the best class, computed with it, must be high enough.</source>
        <translation>除各类别外还有一个非数字类（论文中的 rubbish class），它的证据恒定。把它计算在内，最好的类别须有足够大的概率。</translation>
    </message>
    <message>
        <source>The best class must be clearly better than the runner-up.</source>
        <translation>最好的类别须明显优于次好的类别。</translation>
    </message>
    <message>
        <source>As in the network of 1990: the best output must be high enough, the runner-up low enough, and their difference large enough.</source>
        <translation>与 1990 年的网络一样：最强的输出须足够强，次强的须足够弱，两者之差须足够大。</translation>
    </message>
    <message>
        <source>Of {digits} digits that it was not trained on, {rejected} are rejected; of the rest, {error} are wrong.</source>
        <translation>在它没学过的 {digits} 个数字中，{rejected} 被拒识；其余的有 {error} 是错的。</translation>
    </message>
    <message>
        <source>Of {others} non-digits, {rejected} are rejected.</source>
        <translation>在 {others} 个非数字样本中，{rejected} 被拒识。</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>Accuracy by confidence</source>
        <translation>各置信度的准确率</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>ideal</source>
        <translation>理想</translation>
    </message>
</context>
<context>
    <name>ResultCommands</name>
    <message>
        <source>The next training starts from the weights of {0}.</source>
        <translation>下一次训练将从 {0} 的权重开始。</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Test digit {0}, labelled {1}</source>
        <translation>测试数字 {0}，标签为 {1}</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>How well a network reads digits that it was not trained on. The error rate comes with its 95 % interval. The loss is the mean of −ln(probability of the right class); a penalty y counts as exp(−y). Click a cell of the table to see its digits, and a digit to put it onto the page.</source>
        <translation>网络识别未用于训练的数字的效果。错误率附有 95 % 区间。损失是 −ln(正确类别的概率) 的平均值；罚分 y 按 exp(−y) 计算。点击表格中的一格可查看其中的数字，点击数字可把它放到页面上。</translation>
    </message>
    <message>
        <source>Sample {0}, labelled {1}</source>
        <translation>样本 {0}，标签为 {1}</translation>
    </message>
    <message>
        <source>The table was saved.</source>
        <translation>表格已保存。</translation>
    </message>
</context>
<context>
    <name>ResultSide</name>
    <message>
        <source>validation error</source>
        <translation>验证错误率</translation>
    </message>
    <message>
        <source>test error</source>
        <translation>测试错误率</translation>
    </message>
    <message>
        <source>&amp;Keep …</source>
        <translation>保留(&amp;K)…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add the network to the library under a name, so that you can use it</source>
        <translation>给网络取个名称放入网络库，之后就可以使用它</translation>
    </message>
    <message>
        <source>D&amp;iscard …</source>
        <translation>丢弃(&amp;I)…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the trained network</source>
        <translation>删除训练出来的网络</translation>
    </message>
    <message>
        <source>Sh&amp;ow details</source>
        <translation>显示详情(&amp;O)</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>The digits that it misreads, and its kernels before and after training</source>
        <translation>它认错了哪些数字，以及训练前后的卷积核</translation>
    </message>
    <message>
        <source>Trained for {0}</source>
        <translation>训练了 {0}</translation>
    </message>
</context>
<context>
    <name>ResultSummary</name>
    <message>
        <source>&amp;Keep …</source>
        <translation>保留(&amp;K)…</translation>
    </message>
    <message>
        <source>Add the network to the library under a name of your choice</source>
        <translation>把网络以您选定的名称放入网络库</translation>
    </message>
    <message>
        <source>D&amp;iscard …</source>
        <translation>丢弃(&amp;I)…</translation>
    </message>
    <message>
        <source>Delete the network (asks first)</source>
        <translation>删除这个网络（会先询问）</translation>
    </message>
    <message>
        <source>Train &amp;further</source>
        <translation>继续训练(&amp;F)</translation>
    </message>
    <message>
        <source>Start another training from the weights of this network</source>
        <translation>从这个网络的权重开始另一次训练</translation>
    </message>
    <message>
        <source>E&amp;xport table …</source>
        <translation>导出表格(&amp;X)…</translation>
    </message>
    <message>
        <source>Save the table that is shown as a CSV file</source>
        <translation>把显示的表格保存为 CSV 文件</translation>
    </message>
    <message>
        <source>Read the data below with {0} and count the errors</source>
        <translation>用 {0} 识别下面的数据并统计错误</translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation>测试 {0}</translation>
    </message>
    <message>
        <source>{0} is being tested: {1} …</source>
        <translation>正在测试 {0}：{1} …</translation>
    </message>
    <message>
        <source>No network has been tested yet. The result of a training appears here. You can also test the network in use.</source>
        <translation>还没有测试过网络。训练的结果会显示在这里。您也可以测试当前使用的网络。</translation>
    </message>
    <message>
        <source>&amp;Test {0}</source>
        <translation>测试 {0}(&amp;T)</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} · trained for {1}</source>
        <translation>{0} · 训练了 {1}</translation>
    </message>
    <message>
        <source>test error</source>
        <translation>测试错误率</translation>
    </message>
    <message>
        <source>validation error</source>
        <translation>验证错误率</translation>
    </message>
    <message>
        <source>Validation: {0} · {1}</source>
        <translation>验证：{0} · {1}</translation>
    </message>
    <message>
        <source>Declines {0}; of the rest, {1} are wrong.</source>
        <translation>拒识 {0}；其余的有 {1} 是错的。</translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation>{0} 在 {1} 上</translation>
    </message>
    <message>
        <source>training error</source>
        <translation>训练错误率</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Kept in the library as {0}.</source>
        <translation>已作为 {0} 保留在网络库中。</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>已丢弃。</translation>
    </message>
</context>
<context>
    <name>RunningRow</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the training; the network trained so far can be kept (Shift+F5)</source>
        <translation>停止训练；可以保留到目前为止训练的网络 (Shift+F5)</translation>
    </message>
    <message>
        <source>Ad&amp;just …</source>
        <translation>调整(&amp;J)…</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Change the learning rate and image augmentation during training (F7)</source>
        <translation>在训练时更改学习率和图像增强 (F7)</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>Resume the training (F6)</source>
        <translation>继续训练 (F6)</translation>
    </message>
    <message>
        <source>Pause the training (F6)</source>
        <translation>暂停训练 (F6)</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>剩余 {0}</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>{0} trained so far</source>
        <translation>已训练 {0}</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>1 or 7?</source>
        <translation>1 还是 7？</translation>
    </message>
    <message>
        <source>4 or 9?</source>
        <translation>4 还是 9？</translation>
    </message>
    <message>
        <source>Scribble</source>
        <translation>涂鸦</translation>
    </message>
    <message>
        <source>Ruled page</source>
        <translation>横格纸页</translation>
    </message>
    <message>
        <source>Sheet on a table</source>
        <translation>桌上的纸页</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>示例 {0}</translation>
    </message>
</context>
<context>
    <name>SamplesWindow</name>
    <message>
        <source>Samples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>关闭这个窗口 (Esc)</translation>
    </message>
    <message>
        <source>Click or press Enter to open a sample</source>
        <translation>单击或按 Enter 键打开示例</translation>
    </message>
</context>
<context>
    <name>ScrolledDigits</name>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Click a digit to put it onto the page</source>
        <translation>点击一个数字，它就会放到画板上并被识别</translation>
    </message>
    <message>
        <source>Digits as the network saw them. Choose one to put it onto the page.</source>
        <translation>网络看到的数字。选择一个，它就会放到画板上。</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position in the video</source>
        <translation>视频中的位置</translation>
    </message>
    <message>
        <source>Change the position: click, drag, or use the arrow keys, Page Up and Page Down</source>
        <translation>跳到别处：单击、拖动，或用方向键、Page Up 和 Page Down</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the video (Space)</source>
        <translation>暂停视频（空格键）</translation>
    </message>
    <message>
        <source>Play from here (Space)</source>
        <translation>从这里播放（空格键）</translation>
    </message>
    <message>
        <source>{at} of {length}</source>
        <translation>{at}，共 {length}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Draw a stroke</source>
        <translation>画一笔</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Paper colour</source>
        <translation>纸张颜色</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>&amp;Draw</source>
        <translation>手写(&amp;D)</translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger</source>
        <translation>用鼠标、笔或手指书写</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>摄像头(&amp;C)</translation>
    </message>
    <message>
        <source>Read paper in front of a camera, a video, or the screen</source>
        <translation>识别摄像头前的纸、视频或屏幕</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>Read one or many photos or screenshots</source>
        <translation>识别照片和截图，一张或多张</translation>
    </message>
    <message>
        <source>&amp;MNIST</source>
        <translation>&amp;MNIST</translation>
    </message>
    <message>
        <source>Browse the test digits of MNIST</source>
        <translation>浏览 MNIST 的测试数字</translation>
    </message>
    <message>
        <source>Fi&amp;eld</source>
        <translation>输入场(&amp;E)</translation>
    </message>
    <message>
        <source>Put noise, a point, stripes or an image straight into the input</source>
        <translation>把噪声、一个点、条纹或一幅图像直接送入网络</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>How the samples are split</source>
        <translation>样本如何划分</translation>
    </message>
    <message>
        <source>Training {0}</source>
        <translation>训练 {0}</translation>
    </message>
    <message>
        <source>Validation {0}</source>
        <translation>验证 {0}</translation>
    </message>
    <message>
        <source>Test {0}</source>
        <translation>测试 {0}</translation>
    </message>
</context>
<context>
    <name>StartRow</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>A complete set of settings: the best recipe, the paper&apos;s, or that of an article</source>
        <translation>一组完整的设置：最佳方案、论文的，或文章的</translation>
    </message>
    <message>
        <source>Architecture to train</source>
        <translation>要训练的架构</translation>
    </message>
    <message>
        <source>The architecture to train, from random weights</source>
        <translation>训练哪种架构，从随机权重开始</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>A time limit, or passes over the data; you can cancel at any time</source>
        <translation>限定的时间，或遍历数据的轮数；随时可以取消</translation>
    </message>
    <message>
        <source>&amp;All settings …</source>
        <translation>全部设置(&amp;A)…</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>全部设置</translation>
    </message>
    <message>
        <source>All training settings, with a preview of the image augmentation (F7)</source>
        <translation>训练的所有设置，图像增强可以预览 (F7)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start the training (F5)</source>
        <translation>开始训练 (F5)</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Architect&amp;ure</source>
        <translation>架构(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>How &amp;long</source>
        <translation>时长(&amp;L)</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{0} · read in {1} ms</source>
        <translation>{0} · 识别用时 {1} 毫秒</translation>
    </message>
    <message>
        <source> · pen to screen {0} ms</source>
        <translation> · 从笔到屏幕 {0} 毫秒</translation>
    </message>
    <message>
        <source>{0} · pinned</source>
        <translation>{0} · 已固定</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>This network is being trained; choose another one to take steps by hand</source>
        <translation>这个网络正在训练；要手动走步，请选择另一个网络</translation>
    </message>
    <message>
        <source>Move every weight of a copy of the network to w − rate · ∂E/∂w: a plain gradient step, without momentum or decay</source>
        <translation>把网络副本的每个权重移到 w − 学习率 · ∂E/∂w：普通的梯度步，没有动量，也没有权重衰减</translation>
    </message>
    <message>
        <source>The loss went from {0} to {1} with the rate {2}.</source>
        <translation>学习率 {2}，损失从 {0} 变为 {1}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s) from the start.</source>
        <translation>
            <numerusform>离起点 %Ln 步。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoppedSide</name>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume the training where it stopped</source>
        <translation>从停下的地方继续训练</translation>
    </message>
    <message>
        <source>&amp;Keep …</source>
        <translation>保留(&amp;K)…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep the network as trained so far</source>
        <translation>保留到目前为止训练的网络</translation>
    </message>
    <message>
        <source>D&amp;iscard …</source>
        <translation>丢弃(&amp;I)…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the network as trained so far</source>
        <translation>删除到目前为止训练的网络</translation>
    </message>
    <message>
        <source>The training was stopped.</source>
        <translation>训练已停止。</translation>
    </message>
    <message>
        <source>The training was stopped before there was anything to keep.</source>
        <translation>训练已停止，还没有可以保留的内容。</translation>
    </message>
    <message>
        <source>Its progress so far is saved.</source>
        <translation>到目前为止的进度已保存。</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Random samples of each class, as the network sees them</source>
        <translation>每个类别随机抽取的样本，即网络看到的样子</translation>
    </message>
    <message>
        <source>Other e&amp;xamples</source>
        <translation>换一些示例(&amp;X)</translation>
    </message>
    <message>
        <source>Show other random samples of each class</source>
        <translation>随机显示每个类别的其他样本</translation>
    </message>
    <message>
        <source>Samples: {0}</source>
        <translation>样本：{0}</translation>
    </message>
    <message>
        <source>Classes: {0}</source>
        <translation>类别：{0}</translation>
    </message>
    <message>
        <source>Writers: {0}</source>
        <translation>书写者：{0}</translation>
    </message>
</context>
<context>
    <name>TeacherBox</name>
    <message>
        <source>Teacher</source>
        <translation>教师网络</translation>
    </message>
    <message>
        <source>Teac&amp;her</source>
        <translation>教师网络(&amp;H)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Term</name>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Units and weights</source>
        <translation>单元与权重</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Training and data</source>
        <translation>训练与数据</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>A class is one of the answers that a network can give, for a digit 0 to 9. The [output](output) has one [unit](unit) for each class, in a fixed order. The label of a sample is the class that a person says it belongs to.</source>
        <translation>类别是网络可能给出的答案之一，对数字来说是 0 到 9。[输出](output)层的每个类别有一个[单元](unit)，顺序固定。样本的标签是人所说的它所属的类别。</translation>
    </message>
    <message>
        <source>label, category</source>
        <translation>标签, 种类</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax（归一化指数）</translation>
    </message>
    <message>
        <source>The softmax turns the [evidence](evidence) for all classes into probabilities that add up to 1. It raises e to each number and divides by the sum, so a lead of 1 in evidence makes a class e ≈ 2.7 times as likely. It says how the classes compare, and knows no answer like &quot;none of them&quot;.</source>
        <translation>softmax 把所有类别的[证据](evidence)变成总和为 1 的概率。它以 e 为底取每个数的指数，再除以总和，所以证据领先 1，该类别的可能性就是 e ≈ 2.7 倍。它只说明各类别之间的比较，不知道“都不是”这样的答案。</translation>
    </message>
    <message>
        <source>normalised exponential, probability</source>
        <translation>归一化指数, 概率</translation>
    </message>
    <message>
        <source>RBF output</source>
        <translation>RBF 输出</translation>
    </message>
    <message>
        <source>An RBF unit measures how far [F6](f6) is from the [code](code) of its class: the squared differences of all 84 units, added up. The result is a [penalty](penalty), so the smallest one is the answer. What resembles no code is far from all of them, and can be [declined](reject).</source>
        <translation>RBF 单元衡量 [F6](f6) 离其类别的[编码](code)有多远：把全部 84 个单元的差的平方相加。结果是一个[惩罚值](penalty)，所以最小的就是答案。与任何编码都不相像的东西离它们都远，可以[拒识](reject)。</translation>
    </message>
    <message>
        <source>Euclidean radial basis function, RBF unit</source>
        <translation>欧氏径向基函数, RBF 单元</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>The code of a class is a drawing of the digit in 7×12 squares of +1 and −1, which [F6](f6) should show for it. Digits that look alike have codes that are alike, so a mistake among them costs little and can be corrected later. The codes were drawn by people and are never trained.</source>
        <translation>一个类别的编码是用 7×12 个 +1 和 −1 的小方格画成的数字，[F6](f6) 应当显示出它。相像的数字编码也相像，因此它们之间的错误代价小，以后可以纠正。编码是人画的，从不训练。</translation>
    </message>
    <message>
        <source>target code, bitmap, stylised digit</source>
        <translation>目标编码, 位图</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>惩罚值</translation>
    </message>
    <message>
        <source>A penalty says how badly a picture fits a class: the squared distance of [F6](f6) from the class&apos;s [code](code). It is 0 for a perfect fit and has no upper end. Its negative is the [evidence](evidence) for the class.</source>
        <translation>惩罚值表示图像与类别有多不相符：即 [F6](f6) 与该类别[编码](code)的距离的平方。完全相符时为 0，没有上限。它的相反数就是该类别的[证据](evidence)。</translation>
    </message>
    <message>
        <source>energy, distance, RBF score</source>
        <translation>能量, 距离</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Evidence is what a network has for a class; large is good. Where a [softmax](softmax) follows, it is the sum that goes into it, elsewhere called logit; where there are [penalties](penalty), it is the negative penalty. The difference of two classes&apos; evidence says how clearly one is ahead of the other.</source>
        <translation>证据是网络支持某个类别的程度；越大越好。后面有 [softmax](softmax) 时，它是送入其中的和，别处称为 logit；输出是[惩罚值](penalty)时，它是惩罚值的相反数。两个类别的证据之差说明一个领先另一个多少。</translation>
    </message>
    <message>
        <source>logit, score before the softmax</source>
        <translation>logit, 对数几率</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>The margin is the distance between the best class and the runner-up. A small one means that two classes are about equally likely, as with a 4 that could be a 9. Rules that [decline](reject) an answer often look at it.</source>
        <translation>差距是最好的类别与次好的类别之间的距离。差距小意味着两个类别大致同样可能，例如一个可能是 9 的 4。[拒识](reject)答案的规则常常看它。</translation>
    </message>
    <message>
        <source>lead, gap to the runner-up</source>
        <translation>领先, 间隔</translation>
    </message>
    <message>
        <source>not-a-digit class</source>
        <translation>非数字类</translation>
    </message>
    <message>
        <source>Beside the classes there can be one that stands for everything that is no digit; its [evidence](evidence) is the constant −j. The less the picture resembles any digit, the more of the probability it takes. The paper calls it the rubbish class and uses it in the [MAP loss](map_loss).</source>
        <translation>除各类别外，还可以有一个代表一切非数字的类别；它的[证据](evidence)是常数 −j。图像越不像任何数字，它占的概率就越多。论文称它为 rubbish class，并把它用在 [MAP 损失](map_loss)中。</translation>
    </message>
    <message>
        <source>rubbish class, garbage class, background class</source>
        <translation>rubbish class, 垃圾类</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>拒识</translation>
    </message>
    <message>
        <source>To reject means to give no answer, because it would be too uncertain. The dial below the answer says how many of the accepted answers may be wrong, and a [threshold](threshold) follows from it. Fewer mistakes cost more rejects, which a person then has to read.</source>
        <translation>拒识就是因为太不确定而不给出答案。答案下方的旋钮规定被接受的答案中允许错多少，由此得出[阈值](threshold)。错误越少，拒识就越多，那些就得由人来读。</translation>
    </message>
    <message>
        <source>rejection, decline, not sure, dial, reject rule</source>
        <translation>拒绝, 不确定, 旋钮</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>The threshold is how certain a network must be to answer; below it, it [rejects](reject). It is set on [validation data](validation_data), where the right answers are known, and never on the [test data](test_data). Which number is compared with it, the rule says: the [margin](margin), or the probability beside a [not-a-digit class](not_a_digit).</source>
        <translation>阈值是网络要作答必须有的把握；低于它就[拒识](reject)。它是在已知正确答案的[验证数据](validation_data)上设定的，绝不在[测试数据](test_data)上。与它比较的是哪个数，由规则决定：[差距](margin)，或者有[非数字类](not_a_digit)时的概率。</translation>
    </message>
    <message>
        <source>limit, certainty needed, cutoff</source>
        <translation>界限, 所需把握</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>A layer is a group of [units](unit) that do the same thing with what the layer below gives them. Layers stand one after another between the [input](input) and the [output](output), and each one works on the [activations](activation) of the one before. What a higher layer sees is less like the picture and more like the answer.</source>
        <translation>层是一组[单元](unit)，它们以同样的方式处理下面一层给出的数值。各层依次排列在[输入](input)与[输出](output)之间，每一层都处理前一层的[激活值](activation)。层越高，它看到的就越不像图像，而越像答案。</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>级</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The input is the small square of numbers that the network gets to see, one number for each pixel, or three in colour. [Normalisation](normalization) makes it from the ink, so that every digit arrives centred and in the same size. The paper of 1998 gives white −0.1 and black 1.175, so that the mean is about 0 and learning is fast.</source>
        <translation>输入是网络所看到的一小块数值，每个像素一个数，彩色则为三个。它由[归一化](normalization)从墨迹得到，因此每个数字到达时都居中、大小一致。1998 年的论文令白色为 −0.1、黑色为 1.175，使平均值约为 0，学习因此更快。</translation>
    </message>
    <message>
        <source>input layer, field, pixels</source>
        <translation>输入层, 像素</translation>
    </message>
    <message>
        <source>C1</source>
        <translation>C1</translation>
    </message>
    <message>
        <source>C1 is the first [convolution](convolution): each of its [maps](feature_map) looks for one small pattern, such as an edge or an end of a stroke, everywhere in the [input](input). All units of a map share one [kernel](kernel) and one [bias](bias). Its maps show where in the digit each pattern was found.</source>
        <translation>C1 是第一个[卷积](convolution)层：它的每个[特征图](feature_map)都在整个[输入](input)中寻找一种小图案，例如边缘或笔画的末端。一个特征图的所有单元共用一个[卷积核](kernel)和一个[偏置](bias)。这些特征图显示每种图案出现在数字的什么位置。</translation>
    </message>
    <message>
        <source>first convolution, conv1</source>
        <translation>第一卷积层</translation>
    </message>
    <message>
        <source>S2</source>
        <translation>S2</translation>
    </message>
    <message>
        <source>S2 makes each [map](feature_map) of [C1](c1) half as wide and half as high by [subsampling](subsampling). Where exactly a pattern lies matters less after that, so a digit may be a little shifted or slanted. Each of its units reads only a small square of its own map.</source>
        <translation>S2 通过[下采样](subsampling)把 [C1](c1) 的每个[特征图](feature_map)的宽和高都减半。此后图案的确切位置不再那么重要，所以数字可以略有偏移或倾斜。它的每个单元只读取自己那个特征图中的一小块正方形。</translation>
    </message>
    <message>
        <source>first subsampling, pool1</source>
        <translation>第一下采样层</translation>
    </message>
    <message>
        <source>C3</source>
        <translation>C3</translation>
    </message>
    <message>
        <source>C3 is the second [convolution](convolution): it combines the patterns that [S2](s2) passes on into larger ones, such as corners, crossings and bows. In the network of 1998 a [connection table](connection_table) says which maps of S2 each of its maps reads; later networks let it read them all. One [unit](unit) adds up what its [kernels](kernel) find in several maps.</source>
        <translation>C3 是第二个[卷积](convolution)层：它把 [S2](s2) 传来的图案组合成更大的图案，例如拐角、交叉和弧线。在 1998 年的网络中，[连接表](connection_table)规定它的每个特征图读取 S2 的哪些特征图；后来的网络让它全部读取。一个[单元](unit)把它的各个[卷积核](kernel)在几个特征图中找到的结果相加。</translation>
    </message>
    <message>
        <source>second convolution, conv2</source>
        <translation>第二卷积层</translation>
    </message>
    <message>
        <source>S4</source>
        <translation>S4</translation>
    </message>
    <message>
        <source>S4 does to [C3](c3) what [S2](s2) does to [C1](c1): [subsampling](subsampling) leaves a quarter of the units. What is left says roughly where the larger patterns lie. All layers above it see the whole digit at once.</source>
        <translation>S4 对 [C3](c3) 所做的，与 [S2](s2) 对 [C1](c1) 所做的相同：[下采样](subsampling)只留下四分之一的单元。剩下的数值大致说明较大的图案位于何处。它上面的各层都一次看到整个数字。</translation>
    </message>
    <message>
        <source>second subsampling, pool2</source>
        <translation>第二下采样层</translation>
    </message>
    <message>
        <source>C5</source>
        <translation>C5</translation>
    </message>
    <message>
        <source>Each unit of C5 reads every unit of [S4](s4), so it sees the whole digit. The paper calls it a [convolution](convolution) all the same, because on a larger [input](input) its maps would have more than one unit. Most of the network&apos;s [parameters](parameter) are here.</source>
        <translation>C5 的每个单元读取 [S4](s4) 的所有单元，因此它看到整个数字。论文仍称它为[卷积](convolution)层，因为[输入](input)更大时，它的特征图就不止一个单元。网络的大部分[参数](parameter)都在这里。</translation>
    </message>
    <message>
        <source>third convolution, fc1</source>
        <translation>第三卷积层</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>F6 is a [full connection](full_connection): each of its units reads all units of [C5](c5). In the network of 1998 its 84 units form a picture of 7×12, which the [output](output) compares with the drawn [code](code) of each class. In other networks they are a last summary of the digit, with no form of their own.</source>
        <translation>F6 是[全连接](full_connection)层：它的每个单元读取 [C5](c5) 的所有单元。在 1998 年的网络中，它的 84 个单元组成一幅 7×12 的图像，由[输出](output)与每个类别的手绘[编码](code)作比较。在其他网络中，它们是对数字的最后概括，没有自己的形状。</translation>
    </message>
    <message>
        <source>fc2, code layer</source>
        <translation>编码层</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>输出层（OUTPUT）</translation>
    </message>
    <message>
        <source>The output has one unit for each [class](class), and the best one is the answer. In the network of 1998 its units are [RBF units](rbf) and give [penalties](penalty); in later ones a [softmax](softmax) gives probabilities. If the best one is not clearly the best, a network that may [decline](reject) does not answer.</source>
        <translation>输出层的每个[类别](class)有一个单元，最好的那个就是答案。在 1998 年的网络中，它们是 [RBF 单元](rbf)，给出[惩罚值](penalty)；在后来的网络中，[softmax](softmax) 给出概率。如果最好的并不明显领先，可以[拒识](reject)的网络就不作答。</translation>
    </message>
    <message>
        <source>output layer, answer, scores</source>
        <translation>输出层, 答案, 得分</translation>
    </message>
    <message>
        <source>full connection</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>In a full connection each [unit](unit) reads every unit of the layer below, with a [weight](weight) of its own for each. Nothing is shared, so such layers have many [parameters](parameter) for their size. They come last, where position in the picture no longer matters.</source>
        <translation>在全连接中，每个[单元](unit)读取下面一层的所有单元，对每一个都有自己的[权重](weight)。没有任何共享，因此相对于其大小，这样的层[参数](parameter)很多。它们排在最后，那里在图像中的位置已不再重要。</translation>
    </message>
    <message>
        <source>dense layer, fully connected layer, linear layer</source>
        <translation>稠密层, 全连接层, 线性层</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The loss is one number that says how wrong a network is on a sample, and training makes it small. Here networks learn with the [MAP loss](map_loss), the [mean square](mean_square) or the [cross-entropy](cross_entropy). It falls smoothly, where the number of errors would jump, and so it has a [gradient](gradient).</source>
        <translation>损失是一个数，表示网络在一个样本上错得有多厉害，训练就是使它变小。这里的网络用 [MAP 损失](map_loss)、[均方误差](mean_square)或[交叉熵](cross_entropy)学习。错误个数会跳跃，而损失平滑地下降，因此它有[梯度](gradient)。</translation>
    </message>
    <message>
        <source>cost, error function, objective</source>
        <translation>代价, 误差函数, 目标函数</translation>
    </message>
    <message>
        <source>MAP loss</source>
        <translation>MAP 损失</translation>
    </message>
    <message>
        <source>The MAP loss pulls the [penalty](penalty) of the right class down and pushes those of all others up. Classes whose penalty is already far above j are left alone, because the [not-a-digit class](not_a_digit) has a constant share. It is equation 9 of the paper, averaged over the samples.</source>
        <translation>MAP 损失把正确类别的[惩罚值](penalty)拉低，把其他所有类别的推高。惩罚值已远高于 j 的类别不再受影响，因为[非数字类](not_a_digit)占有恒定的份额。它是论文的式 9，对样本取平均。</translation>
    </message>
    <message>
        <source>maximum a posteriori, discriminative loss, equation 9</source>
        <translation>最大后验, 判别损失</translation>
    </message>
    <message>
        <source>mean square</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>The mean square is the simplest [loss](loss) of the paper: the [penalty](penalty) of the right class, averaged over the samples. It pulls [F6](f6) towards the right [code](code) and does not look at the wrong ones. That works because the codes are fixed; if they could move, all of them would become one.</source>
        <translation>均方误差是论文中最简单的[损失](loss)：正确类别的[惩罚值](penalty)，对样本取平均。它把 [F6](f6) 拉向正确的[编码](code)，而不管错误的编码。这之所以可行，是因为编码固定；如果编码可以移动，它们就会变成同一个。</translation>
    </message>
    <message>
        <source>MSE, mean squared error, equation 8</source>
        <translation>MSE, 均方</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>The cross-entropy is the [loss](loss) for probabilities: the negative logarithm of the probability that the right class got. It is 0 if that was 1, and grows without end as it nears 0. Together with the [softmax](softmax) its [delta](delta) is simply the probability minus the target.</source>
        <translation>交叉熵是用于概率的[损失](loss)：正确类别所得概率的负对数。概率为 1 时它是 0，概率接近 0 时它无限增大。与 [softmax](softmax) 一起，它的[误差项](delta)就是概率减去目标。</translation>
    </message>
    <message>
        <source>log loss, negative log-likelihood</source>
        <translation>对数损失, 负对数似然</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>The gradient says for each [parameter](parameter) how the [loss](loss) would change if the parameter grew a little. Training moves each one a small step against it, so the loss falls. The step is as large as the [learning rate](learning_rate) and the [optimiser](optimizer) make it.</source>
        <translation>梯度对每个[参数](parameter)说明：如果它略微增大，[损失](loss)会怎样变化。训练让每个参数逆着梯度移动一小步，损失因此下降。这一步有多大，由[学习率](learning_rate)和[优化器](optimizer)决定。</translation>
    </message>
    <message>
        <source>derivative, slope</source>
        <translation>导数, 斜率</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>Backpropagation computes the whole [gradient](gradient) in one pass from the [output](output) back to the [input](input). Each layer gets the [deltas](delta) of the layer above, makes the derivatives of its own [weights](weight) from them, and hands deltas to the layer below. It takes about as long as two or three passes forward.</source>
        <translation>反向传播从[输出](output)到[输入](input)反向一次，就算出全部[梯度](gradient)。每一层得到上一层的[误差项](delta)，由此算出自己[权重](weight)的导数，再把误差项交给下一层。它大约需要前向计算两三次的时间。</translation>
    </message>
    <message>
        <source>backprop, backward pass, chain rule</source>
        <translation>反向传递, 链式法则</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>误差项（delta）</translation>
    </message>
    <message>
        <source>The delta of a [unit](unit) says how the [loss](loss) changes with the sum a of that unit. The derivative of a [weight](weight) is the delta of the unit that it leads to, times the value that it carries. So a weight that carried nothing learns nothing.</source>
        <translation>一个[单元](unit)的误差项说明[损失](loss)随该单元的和 a 如何变化。[权重](weight)的导数等于它所通往的单元的误差项乘以它所传递的数值。因此没有传递任何数值的权重什么也学不到。</translation>
    </message>
    <message>
        <source>error signal, error of a unit</source>
        <translation>误差信号, δ</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>The optimiser decides how the [gradient](gradient) becomes a step. SGD goes straight down, perhaps with [momentum](momentum); Adam and AdamW give each [parameter](parameter) a step length of its own; the paper uses [second derivatives](second_derivatives) for that. All of them need a [learning rate](learning_rate).</source>
        <translation>优化器决定[梯度](gradient)如何变成一步。SGD 直接下降，也许带有[动量](momentum)；Adam 和 AdamW 给每个[参数](parameter)各自的步长；论文为此使用[二阶导数](second_derivatives)。它们都需要[学习率](learning_rate)。</translation>
    </message>
    <message>
        <source>optimizer, AdamW, Adam, SGD</source>
        <translation>优化算法, AdamW, Adam, SGD</translation>
    </message>
    <message>
        <source>stochastic gradient</source>
        <translation>随机梯度</translation>
    </message>
    <message>
        <source>The stochastic gradient is the [gradient](gradient) on one sample, or on a small [batch](batch), in place of all data. It is only roughly right, but it comes thousands of times as often. On large data with many similar samples that is much faster, as the paper explains.</source>
        <translation>随机梯度是在一个样本或一个小[批](batch)上（而不是在全部数据上）的[梯度](gradient)。它只是大致正确，但得到的次数多上千倍。正如论文所解释的，在有许多相似样本的大数据上，这样快得多。</translation>
    </message>
    <message>
        <source>SGD, online learning, mini-batch</source>
        <translation>SGD, 在线学习, 小批</translation>
    </message>
    <message>
        <source>second derivatives</source>
        <translation>二阶导数</translation>
    </message>
    <message>
        <source>The second derivative h says how sharply the [loss](loss) bends along a [parameter](parameter). The paper divides each step by it (stochastic diagonal Levenberg-Marquardt): where the bend is sharp the step is short, where it is flat the step is long. A small number μ keeps the step finite where there is no bend at all.</source>
        <translation>二阶导数 h 表示[损失](loss)沿一个[参数](parameter)弯曲得有多急。论文把每一步都除以它（随机对角 Levenberg-Marquardt）：弯得急处步子短，平缓处步子长。一个小的数 μ 使步子在毫无弯曲处也保持有限。</translation>
    </message>
    <message>
        <source>SDLM, Levenberg-Marquardt, Hessian, curvature</source>
        <translation>SDLM, Levenberg-Marquardt, 黑塞矩阵, 曲率</translation>
    </message>
    <message>
        <source>feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>A feature map is one plane of [units](unit) that all look for the same pattern, each at its own place. They can do so because they share one set of [weights](weight_sharing). A bright spot in the map says: here is the pattern.</source>
        <translation>特征图是由[单元](unit)组成的一个平面，所有单元都寻找同一种图案，各在各的位置。它们能做到这一点，是因为共用同一组[权重](weight_sharing)。特征图中突出的一点意味着：图案就在这里。</translation>
    </message>
    <message>
        <source>map, channel, plane</source>
        <translation>通道, 平面</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>A kernel is the small square of [weights](weight) with which a [convolution](convolution) looks at one [map](feature_map) below. Where the patch under it resembles it, the products add up to much. Kernels are not designed: they are learned, and often look like edges and spots.</source>
        <translation>卷积核是一小块正方形的[权重](weight)，[卷积](convolution)用它来看下面的一个[特征图](feature_map)。它下方的小块与它越相似，乘积之和就越大。卷积核不是设计出来的，而是学到的，常常像边缘和斑点。</translation>
    </message>
    <message>
        <source>filter, convolution matrix</source>
        <translation>滤波器, 核, 过滤器</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>A convolution lays its [kernels](kernel) on every place of the [maps](feature_map) below, multiplies each number by the weight above it, and adds up all products and a [bias](bias). The sum goes through the [activation function](activation_function) and becomes one unit of the new map. If the picture moves by a pixel, the map moves with it and otherwise stays the same.</source>
        <translation>卷积把[卷积核](kernel)依次放在下面[特征图](feature_map)的每个位置，将每个数与其上方的权重相乘，再把所有乘积与[偏置](bias)相加。这个和经过[激活函数](activation_function)，成为新特征图的一个单元。图像移动一个像素，特征图也随之移动，除此之外不变。</translation>
    </message>
    <message>
        <source>convolutional layer, conv, cross-correlation</source>
        <translation>卷积层, 互相关</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>The stride is how many pixels a [kernel](kernel) moves from one place to the next. With stride 1 it visits every place; with stride 2 the new [map](feature_map) has about half as many rows and columns. The squares of [subsampling](subsampling) move by their own size, so that they do not overlap.</source>
        <translation>步幅是[卷积核](kernel)从一个位置移到下一个位置的像素数。步幅为 1 时它经过每个位置；步幅为 2 时，新[特征图](feature_map)的行数和列数约减半。[下采样](subsampling)的正方形每次移动自身的大小，因此互不重叠。</translation>
    </message>
    <message>
        <source>step of a kernel</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Padding is a frame of zeros around a map, so that a [kernel](kernel) can also lie on its edge. Without it each [convolution](convolution) makes the maps smaller. The network of 1998 has none: its [input](input) has a border of paper around the digit instead.</source>
        <translation>填充是特征图周围的一圈零，使[卷积核](kernel)也能放在边缘上。没有填充，每次[卷积](convolution)都会使特征图变小。1998 年的网络没有填充：它的[输入](input)在数字周围留有一圈白纸。</translation>
    </message>
    <message>
        <source>border, same padding, valid</source>
        <translation>边框, 补零</translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>The receptive field of a [unit](unit) is the part of the [input](input) that can change its value. It grows from layer to layer: by the size of the [kernels](kernel), and faster after each [subsampling](subsampling). Point at a unit in the network picture, and its field is framed on the page.</source>
        <translation>一个[单元](unit)的感受野是[输入](input)中能改变其数值的部分。它逐层变大：随[卷积核](kernel)的大小增长，每次[下采样](subsampling)之后增长得更快。指向网络图中的一个单元，它的感受野就会在画板上框出。</translation>
    </message>
    <message>
        <source>field of view, what a unit sees</source>
        <translation>视野</translation>
    </message>
    <message>
        <source>weight sharing</source>
        <translation>权重共享</translation>
    </message>
    <message>
        <source>All units of a [map](feature_map) use the same [weights](weight), only at different places. So a pattern that was learned at one place is found at all of them, and few [parameters](parameter) make many [connections](connection). It is the reason why a convolution needs far less data than a [full connection](full_connection).</source>
        <translation>一个[特征图](feature_map)的所有单元使用相同的[权重](weight)，只是位置不同。因此在一处学到的图案在各处都能找到，少量[参数](parameter)就形成大量[连接](connection)。这就是卷积所需的数据远少于[全连接](full_connection)的原因。</translation>
    </message>
    <message>
        <source>shared weights, tied weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>connection table</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>The connection table of the paper says which maps of [S2](s2) each map of [C3](c3) reads. It keeps the number of [connections](connection) small, and it forces different maps to find different things, because they get different inputs. Later networks do without it and read all maps.</source>
        <translation>论文的连接表规定 [C3](c3) 的每个特征图读取 [S2](s2) 的哪些特征图。它使[连接](connection)的数目保持较小，并迫使不同的特征图找出不同的东西，因为它们得到的输入不同。后来的网络不用它，而是读取所有特征图。</translation>
    </message>
    <message>
        <source>Table I, sparse connections</source>
        <translation>表 I, 稀疏连接</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>下采样</translation>
    </message>
    <message>
        <source>Subsampling replaces each small square of a [map](feature_map) by one number: a weighted [sum](sum_subsampling), an [average](average_pooling), the [maximum](max_pooling) or a [max blur](max_blur). The maps become smaller and the exact place of a pattern counts less. So slightly shifted or distorted digits look alike to the layers above.</source>
        <translation>下采样用一个数代替[特征图](feature_map)中的每个小正方形：加权[和](sum_subsampling)、[平均值](average_pooling)、[最大值](max_pooling)或[最大值模糊](max_blur)。特征图变小，图案的确切位置不再那么重要。因此略有偏移或变形的数字，在上面各层看来都差不多。</translation>
    </message>
    <message>
        <source>pooling, downsampling, pooling layer</source>
        <translation>池化, 降采样, 池化层</translation>
    </message>
    <message>
        <source>sum (subsampling)</source>
        <translation>求和（下采样）</translation>
    </message>
    <message>
        <source>The [subsampling](subsampling) of 1998 adds up the four units of a square, multiplies the sum by a trained [coefficient](coefficient), adds a trained [bias](bias), and applies the [activation function](activation_function). Each map has one coefficient and one bias. With a small coefficient the map merely blurs, with a large one it acts almost like a switch.</source>
        <translation>1998 年的[下采样](subsampling)把正方形中的四个单元相加，乘以一个训练得到的[系数](coefficient)，加上一个训练得到的[偏置](bias)，再经过[激活函数](activation_function)。每个特征图有一个系数和一个偏置。系数小时它只是模糊，系数大时它几乎像一个开关。</translation>
    </message>
    <message>
        <source>trainable pooling, subsampling of 1998</source>
        <translation>可训练池化</translation>
    </message>
    <message>
        <source>average pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Average pooling is a [subsampling](subsampling) that takes the mean of each square. Nothing in it is trained. Most networks called LeNet-5 in tutorials use it in place of the trained [sum](sum_subsampling) of 1998.</source>
        <translation>平均池化是取每个正方形平均值的[下采样](subsampling)。其中没有任何东西需要训练。教程中称为 LeNet-5 的网络，大多用它代替 1998 年可训练的[求和](sum_subsampling)。</translation>
    </message>
    <message>
        <source>mean pooling</source>
        <translation>均值池化</translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Max pooling is a [subsampling](subsampling) that keeps the largest number of each square and drops the others. It answers whether a pattern is anywhere in the square. In [backpropagation](backpropagation) only the unit that won gets a share of the error.</source>
        <translation>最大池化是保留每个正方形中最大的数、舍弃其余的[下采样](subsampling)。它回答的是：图案是否出现在正方形中的某处。在[反向传播](backpropagation)中，只有获胜的单元分到误差。</translation>
    </message>
    <message>
        <source>maximum pooling</source>
        <translation>最大值池化</translation>
    </message>
    <message>
        <source>max blur</source>
        <translation>最大值模糊</translation>
    </message>
    <message>
        <source>Max blur is a [subsampling](subsampling) in two steps: it takes the [maximum](max_pooling) of overlapping squares, and then the [average](average_pooling) of neighbouring maxima. So a shift of the digit by one pixel changes the result only a little. It was proposed by Zhang in 2019 as MaxBlurPool.</source>
        <translation>最大值模糊是分两步的[下采样](subsampling)：先取互相重叠的正方形的[最大值](max_pooling)，再取相邻最大值的[平均值](average_pooling)。因此数字移动一个像素时，结果只略微变化。它由 Zhang 于 2019 年以 MaxBlurPool 之名提出。</translation>
    </message>
    <message>
        <source>MaxBlurPool, anti-aliased pooling, blur pooling</source>
        <translation>抗混叠池化</translation>
    </message>
    <message>
        <source>rasterisation</source>
        <translation>光栅化</translation>
    </message>
    <message>
        <source>Rasterisation turns the strokes of the pen into pixels: each pixel is as dark as the part of it that a line covers. The same code does it for the screen, for recognition and for training. So the network learns from ink that looks like yours.</source>
        <translation>光栅化把笔画变成像素：线条盖住一个像素的多少，该像素就有多深。屏幕、识别和训练用的是同一段程序。因此网络学习所用的墨迹与您的墨迹一样。</translation>
    </message>
    <message>
        <source>rasterization, ink to pixels, drawing</source>
        <translation>栅格化, 绘制</translation>
    </message>
    <message>
        <source>normalisation of the input</source>
        <translation>输入的归一化</translation>
    </message>
    <message>
        <source>Normalisation makes every digit look like those of [MNIST](mnist): its longer side becomes 20 pixels, and its centre of mass goes to the middle of 28×28. Without it a small digit in a corner would be something that the network never saw. Most programs that fail on people&apos;s own digits have left this out.</source>
        <translation>归一化使每个数字都像 [MNIST](mnist) 的数字：较长的一边变为 20 个像素，重心移到 28×28 的中央。没有它，角落里的小数字就是网络从未见过的东西。大多数读不好人们自己所写数字的程序，都漏掉了这一步。</translation>
    </message>
    <message>
        <source>normalization, preprocessing, centring, centre of mass</source>
        <translation>预处理, 居中, 重心</translation>
    </message>
    <message>
        <source>occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Occlusion covers a small square of the [input](input) with paper and looks how the [evidence](evidence) changes, at one place after another. Where covering costs the answer most, the ink counts most. It asks the network itself, so it needs no [gradient](gradient), but it takes one reading for each place.</source>
        <translation>遮挡用白纸盖住[输入](input)的一小块，看[证据](evidence)如何变化，一处接一处。遮住哪里对答案损失最大，哪里的墨迹就最重要。它直接询问网络，因此不需要[梯度](gradient)，但每个位置都要识别一次。</translation>
    </message>
    <message>
        <source>sensitivity by covering, masking</source>
        <translation>遮盖, 掩蔽</translation>
    </message>
    <message>
        <source>gradient times input</source>
        <translation>梯度乘输入</translation>
    </message>
    <message>
        <source>Gradient times input says for each pixel how much it speaks for an answer: its value times the derivative of the [evidence](evidence). One pass back is enough for all pixels. It is exact only for tiny changes, and so [occlusion](occlusion) may tell another story.</source>
        <translation>梯度乘输入对每个像素说明它在多大程度上支持某个答案：它的值乘以[证据](evidence)的导数。反向计算一次就得到所有像素。它只对微小的变化精确，因此[遮挡](occlusion)可能给出不同的说法。</translation>
    </message>
    <message>
        <source>saliency, attribution, heat map</source>
        <translation>显著图, 归因, 热图</translation>
    </message>
    <message>
        <source>gradient ascent</source>
        <translation>梯度上升</translation>
    </message>
    <message>
        <source>Gradient ascent changes the [input](input) step by step so that one [unit](unit) becomes more and more active. The [weights](weight) stay as they are; only the picture moves, along the [gradient](gradient). The result shows what the unit looks for, though often not as a person would draw it.</source>
        <translation>梯度上升一步步改变[输入](input)，使一个[单元](unit)越来越活跃。[权重](weight)保持不变；只有图像沿[梯度](gradient)移动。结果显示该单元在寻找什么，尽管常常不像人所画的那样。</translation>
    </message>
    <message>
        <source>feature visualisation, what a unit likes, activation maximisation</source>
        <translation>特征可视化, 激活最大化</translation>
    </message>
    <message>
        <source>smallest change</source>
        <translation>最小改变</translation>
    </message>
    <message>
        <source>The smallest change is the shortest way from the [input](input) on the page to one that the network reads as another class. It can be so faint that a person hardly sees it, and then it is called adversarial. Short ways tell where the network is easy to mislead, and the [margin](margin) there is small.</source>
        <translation>最小改变是从画板上的[输入](input)到网络读作另一类别的输入的最短路径。它可能淡得人几乎看不出来，这时称为对抗性的。路径短说明网络在那里容易被误导，[差距](margin)也小。</translation>
    </message>
    <message>
        <source>adversarial example, adversarial change, perturbation</source>
        <translation>对抗样本, 对抗扰动</translation>
    </message>
    <message>
        <source>exciting digits</source>
        <translation>最激活的数字</translation>
    </message>
    <message>
        <source>The exciting digits of a [unit](unit) are those of the test data that give it the highest [activation](activation). What they have in common is a hint at what the unit looks for. For a unit of a [feature map](feature_map), the place within each digit is its [receptive field](receptive_field).</source>
        <translation>一个[单元](unit)的最激活数字，是测试数据中使它[激活值](activation)最高的那些数字。它们的共同之处提示了该单元在寻找什么。对于[特征图](feature_map)的单元，每个数字中的对应位置就是它的[感受野](receptive_field)。</translation>
    </message>
    <message>
        <source>maximally activating samples, favourite digits</source>
        <translation>最大激活样本</translation>
    </message>
    <message>
        <source>error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>The error rate is the part of the [test data](test_data) that a network reads wrongly; the rest is its accuracy. Here it counts every sample, as if nothing were [rejected](reject). On few samples it is uncertain, as its [confidence interval](confidence_interval) tells.</source>
        <translation>错误率是[测试数据](test_data)中网络读错的部分；其余的就是准确率。这里每个样本都计入，如同没有任何[拒识](reject)。样本少时它不确定，[置信区间](confidence_interval)说明了这一点。</translation>
    </message>
    <message>
        <source>accuracy, test error</source>
        <translation>准确率, 测试错误</translation>
    </message>
    <message>
        <source>confidence interval</source>
        <translation>置信区间</translation>
    </message>
    <message>
        <source>A confidence interval says within which limits the true [error rate](error_rate) probably lies, since the test was only a sample. The program gives 95 % intervals by Wilson&apos;s formula, with p the measured rate and n the number of samples. If the intervals of two networks overlap widely, the test does not tell which one is better.</source>
        <translation>由于测试只是抽样，置信区间说明真正的[错误率](error_rate)很可能在什么范围之内。本程序按 Wilson 公式给出 95 % 区间，其中 p 是测得的比率，n 是样本数。如果两个网络的区间大部分重叠，测试就分不出哪个更好。</translation>
    </message>
    <message>
        <source>Wilson interval, 95 % interval, uncertainty</source>
        <translation>Wilson 区间, 95 % 区间</translation>
    </message>
    <message>
        <source>confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>The confusion matrix has a row for each true [class](class) and a column for each answer, and counts how often the two came together. Right answers stand on the diagonal, and every other cell is a kind of mistake. It shows which digits a network mixes up, where the [error rate](error_rate) only says how many.</source>
        <translation>混淆矩阵的每一行是一个真实[类别](class)，每一列是一个答案，并统计两者同时出现的次数。正确的答案在对角线上，其他每一格都是一种错误。它显示网络混淆了哪些数字，而[错误率](error_rate)只说明有多少。</translation>
    </message>
    <message>
        <source>table of mistakes, contingency table</source>
        <translation>错误表</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Precision belongs to a [class](class): of all answers with this class, the part that is right. It is low if a network says &quot;7&quot; too readily. Its partner is [recall](recall).</source>
        <translation>精确率属于一个[类别](class)：在所有答为该类别的答案中，正确的部分。如果网络太轻易地说“7”，它就低。与它相伴的是[召回率](recall)。</translation>
    </message>
    <message>
        <source>positive predictive value</source>
        <translation>查准率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Recall belongs to a [class](class): of all samples of this class, the part that is read right. It is low if a network overlooks many sevens. A network that always said &quot;7&quot; would have full recall of sevens and a poor [precision](precision).</source>
        <translation>召回率属于一个[类别](class)：在该类别的所有样本中，读对的部分。如果网络漏掉许多 7，它就低。总是说“7”的网络对 7 的召回率是满的，而[精确率](precision)很差。</translation>
    </message>
    <message>
        <source>sensitivity, hit rate</source>
        <translation>查全率, 灵敏度</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>A network is well calibrated if it is right as often as it claims: of answers with 90 %, nine in ten. The curve in Result compares the two, and a curve below the diagonal means that the network is too sure. It is another question than when to [reject](reject), for which the order of the answers is enough.</source>
        <translation>如果网络对的次数与它声称的一样多，它就校准得好：在 90 % 的答案中，十个对九个。“结果”中的曲线比较两者，曲线在对角线以下意味着网络过于自信。这与何时[拒识](reject)是两个问题，后者只需要答案的次序。</translation>
    </message>
    <message>
        <source>reliability diagram, expected calibration error</source>
        <translation>可靠性图, 预期校准误差</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The learning rate η says how far each step goes along the [gradient](gradient). If it is too small, learning takes forever; if it is too large, the [loss](loss) jumps about or grows. A [schedule](schedule) lowers it in the course of the training.</source>
        <translation>学习率 η 表示每一步沿[梯度](gradient)走多远。太小，学习没完没了；太大，[损失](loss)就会来回跳动甚至增大。[学习率调度](schedule)在训练过程中把它降低。</translation>
    </message>
    <message>
        <source>step size, eta</source>
        <translation>步长, η</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>The schedule says how the [learning rate](learning_rate) changes while a network learns. Large steps at first find the right region, and small ones at the end settle in it. The program lets it rise, then fall along half a cosine, or go down in the steps that the paper gives for its 20 passes.</source>
        <translation>学习率调度规定[学习率](learning_rate)在网络学习过程中如何变化。开始时的大步找到合适的区域，最后的小步在其中安定下来。本程序让它先升后沿半个余弦下降，或按论文为其 20 轮给出的台阶下降。</translation>
    </message>
    <message>
        <source>learning rate schedule, cosine, warm-up, decay of the rate</source>
        <translation>余弦, 预热, 学习率变化</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Weight decay pulls every [weight](weight) a little towards 0 at each step. A weight stays large only if the data keep asking for it, so the network fits fewer accidents and is less prone to [overfitting](overfitting). A [bias](bias) is left alone.</source>
        <translation>权重衰减在每一步把每个[权重](weight)向 0 略微拉近。只有数据不断需要，权重才会保持很大，因此网络较少去拟合偶然现象，也不易[过拟合](overfitting)。[偏置](bias)不受影响。</translation>
    </message>
    <message>
        <source>L2 regularisation, shrinkage</source>
        <translation>L2 正则化, 收缩</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>With momentum each step keeps a part of the one before, as a rolling ball does. Jitter across the valley cancels out, and movement along it adds up. It belongs to SGD; other [optimisers](optimizer) keep averages of the [gradient](gradient) of their own.</source>
        <translation>有了动量，每一步都保留前一步的一部分，像滚动的球一样。横穿山谷的抖动相互抵消，沿山谷的运动则累积起来。它属于 SGD；其他[优化器](optimizer)自己保留[梯度](gradient)的平均。</translation>
    </message>
    <message>
        <source>heavy ball, running average of gradients</source>
        <translation>重球法, 惯性</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>An epoch is one pass over all [training data](training_data). Networks need many, because each step learns only a little from its [batch](batch). The paper trains for 20 passes.</source>
        <translation>一个轮次就是把全部[训练数据](training_data)过一遍。网络需要许多轮，因为每一步只从它的[批](batch)中学到一点。论文训练了 20 遍。</translation>
    </message>
    <message>
        <source>pass, pass over the data, iteration</source>
        <translation>轮, 遍, 迭代</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批</translation>
    </message>
    <message>
        <source>A batch is the handful of samples whose [gradient](gradient) is averaged for one step. Larger batches give a steadier gradient and use the processor better, but fewer steps per [epoch](epoch). The paper takes one sample at a time.</source>
        <translation>批是一小组样本，它们的[梯度](gradient)取平均后用于一步。批越大，梯度越稳定，处理器利用得越好，但每[轮](epoch)的步数就越少。论文每次只取一个样本。</translation>
    </message>
    <message>
        <source>mini-batch, batch size, step</source>
        <translation>小批, 批大小, 步</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>The training data is what a network learns from: samples with their right answers. It sees each of them in every [epoch](epoch), so it can come to know them by heart. That is why its errors here say little about new digits.</source>
        <translation>训练数据是网络学习所用的数据：带有正确答案的样本。它在每个[轮次](epoch)中都会看到每个样本，因此可能把它们背下来。所以它在这里的错误几乎说明不了新数字的情况。</translation>
    </message>
    <message>
        <source>training set, training part</source>
        <translation>训练集, 训练部分</translation>
    </message>
    <message>
        <source>validation data</source>
        <translation>验证数据</translation>
    </message>
    <message>
        <source>The validation data is set aside before training: the network does not learn from it, but choices are made on it. The best moment of a training, its settings and the [threshold](threshold) for rejecting come from there. Because choices fit it, too, the last word belongs to the [test data](test_data).</source>
        <translation>验证数据在训练前就留出：网络不从中学习，但据它作出选择。训练的最佳时刻、训练设置以及拒识的[阈值](threshold)都由它得出。由于选择也会迁就它，最后的结论属于[测试数据](test_data)。</translation>
    </message>
    <message>
        <source>validation set, development set, held-out data</source>
        <translation>验证集, 开发集</translation>
    </message>
    <message>
        <source>test data</source>
        <translation>测试数据</translation>
    </message>
    <message>
        <source>The test data is looked at once, at the end, and nothing is chosen by it. Its [error rate](error_rate) is therefore an honest guess at how the network will do on new digits like these. On digits of another kind, or from other hands, it may do worse.</source>
        <translation>测试数据只在最后看一次，不据它作任何选择。因此它的[错误率](error_rate)是对网络在同类新数字上表现的诚实估计。对于别的种类或别人所写的数字，结果可能更差。</translation>
    </message>
    <message>
        <source>test set, test part</source>
        <translation>测试集, 测试部分</translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>A network overfits when it learns the accidents of its [training data](training_data) in place of what the digits have in common. It shows when the error on [validation data](validation_data) rises while that on training data still falls. More data, [augmentation](augmentation), [weight decay](weight_decay) and fewer [parameters](parameter) help.</source>
        <translation>当网络学到的是[训练数据](training_data)的偶然之处而不是数字的共性时，就是过拟合。训练数据上的错误仍在下降而[验证数据](validation_data)上的错误却在上升，就表明了这一点。更多的数据、[增强](augmentation)、[权重衰减](weight_decay)和更少的[参数](parameter)都有帮助。</translation>
    </message>
    <message>
        <source>overtraining, memorising, generalisation</source>
        <translation>过度训练, 死记硬背, 泛化</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Augmentation makes new training samples of old ones, by turning, shifting, slanting or bending them a little, or by redrawing their strokes. The label stays the same, so the network learns what does not matter. The paper trains on 540,000 distorted digits beside the 60,000 of [MNIST](mnist).</source>
        <translation>增强由旧的训练样本得到新的样本：略微旋转、移动、倾斜或弯曲它们，或者重画笔画。标签保持不变，因此网络学会什么是无关紧要的。论文除 [MNIST](mnist) 的 60,000 个数字外，还用 540,000 个变形的数字训练。</translation>
    </message>
    <message>
        <source>distortions, data augmentation, variations</source>
        <translation>变形, 数据增强, 扩增</translation>
    </message>
    <message>
        <source>distillation</source>
        <translation>蒸馏</translation>
    </message>
    <message>
        <source>In distillation a network learns from the answers of another one, its teacher, beside the labels. The teacher&apos;s probabilities say more than a label does: that this 4 looks a little like a 9. So a small network can come close to a large one, or to several.</source>
        <translation>在蒸馏中，网络除了标签之外，还从另一个网络（它的教师）的回答中学习。教师的概率比标签说得更多：例如这个 4 有点像 9。因此小网络可以接近一个大网络，或几个网络。</translation>
    </message>
    <message>
        <source>teacher, student, soft targets</source>
        <translation>教师网络, 学生网络, 软目标</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>MNIST is a collection of handwritten digits: 60,000 to learn from and 10,000 to test with, each of 28×28 grey pixels. The authors of the paper put it together from digits of census workers and of pupils. Every picture that the network reads is [normalised](normalization) as MNIST&apos;s are.</source>
        <translation>MNIST 是手写数字的集合：60,000 个用于学习，10,000 个用于测试，每个 28×28 个灰度像素。论文作者用人口普查人员和学生写的数字汇编而成。网络所读的每幅图像都按 MNIST 的方式[归一化](normalization)。</translation>
    </message>
    <message>
        <source>modified NIST, data set of digits</source>
        <translation>手写数字数据集</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>A unit is one number of a [layer](layer), and the small calculation that makes it. It multiplies what it reads by [weights](weight), adds everything up with a [bias](bias), and sends the sum through the [activation function](activation_function). The result is its [activation](activation).</source>
        <translation>单元是一[层](layer)中的一个数，以及得出这个数的小计算。它把读到的数乘以[权重](weight)，与[偏置](bias)一起全部相加，再让这个和经过[激活函数](activation_function)。结果就是它的[激活值](activation)。</translation>
    </message>
    <message>
        <source>neuron, node, cell</source>
        <translation>神经元, 节点</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>An activation is the value that a [unit](unit) has for the picture on the page; the paper calls it a state. It belongs to this picture only, while the [weights](weight) stay the same for all pictures. In the network picture orange means positive and blue negative.</source>
        <translation>激活值是一个[单元](unit)对画板上的图像所取的值；论文称之为状态。它只属于这幅图像，而[权重](weight)对所有图像都相同。在网络图中，橙色表示正，蓝色表示负。</translation>
    </message>
    <message>
        <source>state, unit value, feature</source>
        <translation>状态, 单元的值</translation>
    </message>
    <message>
        <source>activation function</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>The activation function turns the sum a of a [unit](unit) into its [activation](activation). It is not a straight line: without it several layers together could do no more than one. The paper uses a [scaled tanh](scaled_tanh) and calls it a squashing function; today [ReLU](relu) is common.</source>
        <translation>激活函数把[单元](unit)的和 a 变成它的[激活值](activation)。它不是直线：没有它，几层合在一起并不比一层能做得更多。论文使用[缩放的 tanh](scaled_tanh)，称之为 squashing function；如今常用的是 [ReLU](relu)。</translation>
    </message>
    <message>
        <source>squashing function, transfer function, nonlinearity</source>
        <translation>压缩函数, 传递函数, 非线性</translation>
    </message>
    <message>
        <source>scaled tanh</source>
        <translation>缩放的 tanh</translation>
    </message>
    <message>
        <source>The scaled tanh is the [activation function](activation_function) of the 1998 paper: an S between −1.7159 and +1.7159. Its numbers are chosen so that f(1) = 1 and f(−1) = −1, which are the values of the [codes](code). There the curve still has some slope, so learning does not come to a standstill.</source>
        <translation>缩放的 tanh 是 1998 年论文的[激活函数](activation_function)：介于 −1.7159 与 +1.7159 之间的 S 形曲线。其中的数值使 f(1) = 1、f(−1) = −1，正是[编码](code)所用的值。在那里曲线仍有一定斜率，因此学习不会停滞。</translation>
    </message>
    <message>
        <source>hyperbolic tangent, LeCun tanh</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh（双曲正切）</translation>
    </message>
    <message>
        <source>The hyperbolic tangent is an [activation function](activation_function) that presses every sum into −1 to +1. Small sums pass almost unchanged, and large ones come close to the ends. Many tutorials use it in place of the [scaled tanh](scaled_tanh) of the paper.</source>
        <translation>双曲正切是把任何和压到 −1 至 +1 之间的[激活函数](activation_function)。小的和几乎不变地通过，大的则接近两端。许多教程用它代替论文中[缩放的 tanh](scaled_tanh)。</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid（S 型函数）</translation>
    </message>
    <message>
        <source>The sigmoid is an [activation function](activation_function) that presses every sum into 0 to 1. It is a [tanh](tanh) of half the sum, moved and halved. Because its values are never negative and its slope is small, networks with it learn slowly.</source>
        <translation>sigmoid 是把任何和压到 0 至 1 之间的[激活函数](activation_function)。它就是和的一半的 [tanh](tanh)，经平移并缩小一半。由于它的值从不为负、斜率又小，使用它的网络学得慢。</translation>
    </message>
    <message>
        <source>logistic function</source>
        <translation>逻辑函数, S 型函数</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU（线性整流）</translation>
    </message>
    <message>
        <source>ReLU is an [activation function](activation_function) that passes positive sums as they are and makes all others 0. It is quick to compute, and its slope does not fade for large sums, so deep networks learn well with it. It became usual long after 1998.</source>
        <translation>ReLU 是让正的和原样通过、其余一律变为 0 的[激活函数](activation_function)。它计算快，对大的和斜率也不会消失，所以深的网络用它学得好。它在 1998 年之后很久才变得普遍。</translation>
    </message>
    <message>
        <source>rectifier, rectified linear unit</source>
        <translation>线性整流, 修正线性单元</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>A parameter is a number of the network that training changes: a [weight](weight), a [bias](bias) or a [coefficient](coefficient). Because of [weight sharing](weight_sharing) there are far fewer parameters than [connections](connection). The codes of the [RBF output](rbf) are fixed and do not count.</source>
        <translation>参数是网络中由训练改变的数：[权重](weight)、[偏置](bias)或[系数](coefficient)。由于[权重共享](weight_sharing)，参数比[连接](connection)少得多。[RBF 输出](rbf)的编码是固定的，不计在内。</translation>
    </message>
    <message>
        <source>trainable parameter, number of parameters</source>
        <translation>可训练参数</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>A connection is one product of a [weight](weight) and a value that is read, counted once for every [unit](unit) that forms it. Counted as the paper counts, each [bias](bias) is a connection, too. Their number says how much computing one answer takes.</source>
        <translation>连接是一个[权重](weight)与所读数值的一次相乘，每个形成它的[单元](unit)都计一次。按照论文的计法，每个[偏置](bias)也是一个连接。连接的数目说明一次回答需要多少计算。</translation>
    </message>
    <message>
        <source>synapse, edge, number of connections</source>
        <translation>突触, 连接数</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>A weight says how much one number counts for another: positive for it, negative against it, near 0 not at all. Weights start at random and are changed by [training](gradient) until the answers are right. In a [convolution](convolution) they form [kernels](kernel), which many units share.</source>
        <translation>权重表示一个数对另一个数有多重要：正为支持，负为反对，接近 0 则无关。权重从随机值开始，由[训练](gradient)不断改变，直到答案正确。在[卷积](convolution)中它们组成[卷积核](kernel)，由许多单元共用。</translation>
    </message>
    <message>
        <source>weights, connection strength</source>
        <translation>权值</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>The bias is a number that is added to the sum of a [unit](unit), whatever the unit reads. It says how easily the unit becomes active: with a large one it needs little evidence, with a very negative one much. In a [map](feature_map) all units share one bias.</source>
        <translation>偏置是加到[单元](unit)的和上的一个数，与单元读到什么无关。它决定单元有多容易变得活跃：偏置大时只需很少的依据，很负时则需要很多。一个[特征图](feature_map)的所有单元共用一个偏置。</translation>
    </message>
    <message>
        <source>offset, threshold of a unit</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>A coefficient is the trained factor by which the [subsampling](sum_subsampling) of 1998 multiplies the sum of each square. Each [map](feature_map) has one, and a [bias](bias) beside it. It decides how strongly the map speaks to the layer above, and with which sign.</source>
        <translation>系数是 1998 年的[下采样](sum_subsampling)用来乘每个正方形之和的、经训练得到的因子。每个[特征图](feature_map)有一个系数，旁边还有一个[偏置](bias)。它决定该特征图对上一层的影响有多强，以及正负。</translation>
    </message>
    <message>
        <source>trainable coefficient, gain</source>
        <translation>可训练系数, 增益</translation>
    </message>
    <message>
        <source>first weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Before training the [weights](weight) are random, or else all units of a layer would learn the same. The more inputs a [unit](unit) has, the smaller its first weights must be, so that its sum is neither tiny nor huge. The paper draws them evenly within ±2.4 divided by the number of inputs; other schemes are named after Glorot (Xavier) and He.</source>
        <translation>训练之前[权重](weight)是随机的，否则一层的所有单元会学到同样的东西。[单元](unit)的输入越多，它的初始权重就必须越小，使它的和既不太小也不太大。论文在 ±2.4 除以输入个数的范围内均匀抽取；其他方案以 Glorot（Xavier）和 He 命名。</translation>
    </message>
    <message>
        <source>initialisation, initialization, random weights, Xavier, Glorot, He</source>
        <translation>初始化, 随机权重</translation>
    </message>
</context>
<context>
    <name>TermList</name>
    <message>
        <source>Search terms</source>
        <translation>搜索术语</translation>
    </message>
    <message>
        <source>Finds terms by their names, in English or Chinese, and by synonyms (Ctrl+F)</source>
        <translation>按中文或英文名称以及同义词查找术语 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Arrow keys or a click show another term</source>
        <translation>方向键或单击显示另一个术语</translation>
    </message>
    <message>
        <source>No such term</source>
        <translation>没有这样的术语</translation>
    </message>
</context>
<context>
    <name>TermNumbers</name>
    <message>
        <source>This network knows {0} classes: {1}.</source>
        <translation>此网络认识 {0} 个类别：{1}。</translation>
    </message>
    <message>
        <source>This network has no softmax: its output compares with codes.</source>
        <translation>此网络没有 softmax：它的输出与编码作比较。</translation>
    </message>
    <message>
        <source>The evidence {1} for {0} becomes {2}.</source>
        <translation>{0} 的证据 {1} 变成 {2}。</translation>
    </message>
    <message>
        <source>For {0} now: exp({1}) = {2}; all exponentials add up to {3}; {2} / {3} = {4}.</source>
        <translation>现在对 {0}：exp({1}) = {2}；所有指数之和为 {3}；{2} / {3} = {4}。</translation>
    </message>
    <message>
        <source>For {0} now: {1} squared differences, from {2} to {3}, add up to {4}.</source>
        <translation>现在对 {0}：{1} 个差的平方，从 {2} 到 {3}，相加得 {4}。</translation>
    </message>
    <message>
        <source>The codes of {0} and {1} are the most alike: they differ in {2} of {3} numbers, so their squared distance is 4·{2} = {4}.</source>
        <translation>{0} 和 {1} 的编码最相像：{3} 个数中有 {2} 个不同，所以它们距离的平方是 4·{2} = {4}。</translation>
    </message>
    <message>
        <source>This network has no codes: its output is a full connection.</source>
        <translation>此网络没有编码：它的输出层是全连接。</translation>
    </message>
    <message>
        <source>This network has no penalties: its scores are probabilities.</source>
        <translation>此网络没有惩罚值：它的得分是概率。</translation>
    </message>
    <message>
        <source>For {0} now: {1}; for the runner-up {2}: {3}.</source>
        <translation>现在对 {0}：{1}；对次选 {2}：{3}。</translation>
    </message>
    <message>
        <source>{0} has {2}, {1} has {3}: the margin is {3} − {2} = {4}.</source>
        <translation>{0} 是 {2}，{1} 是 {3}：差距为 {3} − {2} = {4}。</translation>
    </message>
    <message>
        <source>{0} has {2}, {1} has {3}: the margin is {2} − {3} = {4}.</source>
        <translation>{0} 是 {2}，{1} 是 {3}：差距为 {2} − {3} = {4}。</translation>
    </message>
    <message>
        <source>This network has no not-a-digit class.</source>
        <translation>此网络没有非数字类。</translation>
    </message>
    <message>
        <source>Its constant is j = {0}.</source>
        <translation>它的常数是 j = {0}。</translation>
    </message>
    <message>
        <source>It takes {0} of the probability now.</source>
        <translation>它现在占概率的 {0}。</translation>
    </message>
    <message>
        <source>This network has no reject rule: it always answers.</source>
        <translation>此网络没有拒识规则：它总是作答。</translation>
    </message>
    <message>
        <source>Rule: {0}. Dial: {1}.</source>
        <translation>规则：{0}。旋钮：{1}。</translation>
    </message>
    <message>
        <source>This network learned from {0} samples.</source>
        <translation>此网络从 {0} 个样本中学习。</translation>
    </message>
    <message>
        <source>Sources: {0}.</source>
        <translation>来源：{0}。</translation>
    </message>
    <message>
        <source>{0} samples were set aside for this network.</source>
        <translation>为此网络留出了 {0} 个样本。</translation>
    </message>
    <message>
        <source>This network has {0} parameters.</source>
        <translation>此网络有 {0} 个参数。</translation>
    </message>
    <message>
        <source>{0} parameters learned from {1} samples.</source>
        <translation>{0} 个参数从 {1} 个样本中学习。</translation>
    </message>
    <message>
        <source>Copies of each drawing by other hands: {0}.</source>
        <translation>每份手写稿仿他人笔迹的副本数：{0}。</translation>
    </message>
    <message>
        <source>Images were turned by up to ±{0}° and moved by ±{1} pixels.</source>
        <translation>图像最多旋转 ±{0}°，移动 ±{1} 个像素。</translation>
    </message>
    <message>
        <source>None is recorded for the training of this network.</source>
        <translation>此网络的训练没有记录增强。</translation>
    </message>
    <message>
        <source>This network learned from labels alone.</source>
        <translation>此网络只从标签学习。</translation>
    </message>
    <message>
        <source>Teachers: {0}; they made {1} of the loss.</source>
        <translation>教师网络：{0} 个；它们占损失的 {1}。</translation>
    </message>
    <message>
        <source>This network learned from MNIST.</source>
        <translation>此网络从 MNIST 学习。</translation>
    </message>
    <message>
        <source>This network did not learn from MNIST.</source>
        <translation>此网络没有从 MNIST 学习。</translation>
    </message>
    <message>
        <source>This network has no layer {0}.</source>
        <translation>此网络没有 {0} 层。</translation>
    </message>
    <message>
        <source>Parameters: {0}</source>
        <translation>参数：{0}</translation>
    </message>
    <message>
        <source>Connections: {0}</source>
        <translation>连接：{0}</translation>
    </message>
    <message>
        <source>{0} has {1} units.</source>
        <translation>{0} 有 {1} 个单元。</translation>
    </message>
    <message>
        <source>{0} has {1} maps of one unit each.</source>
        <translation>{0} 有 {1} 个特征图，各一个单元。</translation>
    </message>
    <message>
        <source>{0} has {1} maps of {2} units, {3} in all.</source>
        <translation>{0} 有 {1} 个 {2} 单元的特征图，共 {3} 个单元。</translation>
    </message>
    <message>
        <source>This network has {0} layers: {1}.</source>
        <translation>此网络有 {0} 层：{1}。</translation>
    </message>
    <message>
        <source>The input has {0}·{1}·{2} = {3} numbers.</source>
        <translation>输入有 {0}·{1}·{2} = {3} 个数。</translation>
    </message>
    <message>
        <source>Paper is {0}, full ink {1}.</source>
        <translation>白纸为 {0}，全黑墨迹为 {1}。</translation>
    </message>
    <message>
        <source>Black is {0}, white {1}.</source>
        <translation>黑色为 {0}，白色为 {1}。</translation>
    </message>
    <message>
        <source>{0}: each of {1} units reads all {2} units below, so {3}.</source>
        <translation>{0}：{1} 个单元各读取下面的全部 {2} 个单元，即 {3}。</translation>
    </message>
    <message>
        <source>This network has no full connection.</source>
        <translation>此网络没有全连接。</translation>
    </message>
    <message>
        <source>This network learned with {0}.</source>
        <translation>此网络学习时使用 {0}。</translation>
    </message>
    <message>
        <source>This network has penalties in place of probabilities.</source>
        <translation>此网络的输出是惩罚值，不是概率。</translation>
    </message>
    <message>
        <source>If {0} is right, the loss now is −ln {1} = {2}.</source>
        <translation>如果 {0} 正确，现在的损失是 −ln {1} = {2}。</translation>
    </message>
    <message>
        <source>If {0} is right, the loss now is {1} + ({2}) = {3}, with j = {4}.</source>
        <translation>如果 {0} 正确，现在的损失是 {1} + ({2}) = {3}，其中 j = {4}。</translation>
    </message>
    <message>
        <source>This network has probabilities in place of penalties.</source>
        <translation>此网络的输出是概率，不是惩罚值。</translation>
    </message>
    <message>
        <source>If {0} is right, the loss now is its penalty, {1}.</source>
        <translation>如果 {0} 正确，现在的损失就是它的惩罚值 {1}。</translation>
    </message>
    <message>
        <source>One derivative for each parameter: {0} numbers a step.</source>
        <translation>每个参数一个导数：每一步 {0} 个数。</translation>
    </message>
    <message>
        <source>Order: {0}.</source>
        <translation>次序：{0}。</translation>
    </message>
    <message>
        <source>If {0} is right, its output now has the delta {1} − 1 = {2}, and {3} has {4} − 0 = {4}.</source>
        <translation>如果 {0} 正确，它的输出现在的误差项是 {1} − 1 = {2}，而 {3} 是 {4} − 0 = {4}。</translation>
    </message>
    <message>
        <source>If {0} is right, the mean square tells unit {1} of {2} now: ∂E/∂x = 2·({3} − ({4})) = {5}.</source>
        <translation>如果 {0} 正确，均方误差现在告诉 {2} 的单元 {1}：∂E/∂x = 2·({3} − ({4})) = {5}。</translation>
    </message>
    <message>
        <source>This network learned without them, with {0}.</source>
        <translation>此网络学习时没有用它，用的是 {0}。</translation>
    </message>
    <message>
        <source>This network learned with {0}, which has its own averages.</source>
        <translation>此网络学习时使用 {0}，它有自己的平均。</translation>
    </message>
    <message>
        <source>In the training of this network: {0}.</source>
        <translation>在此网络的训练中：{0}。</translation>
    </message>
    <message>
        <source>half a cosine</source>
        <translation>半个余弦</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>始终不变</translation>
    </message>
    <message>
        <source>the steps of the paper</source>
        <translation>论文的台阶</translation>
    </message>
    <message>
        <source>{0} samples in batches of {1} make {0} / {1}, that is {2} steps an epoch.</source>
        <translation>{0} 个样本、每批 {1} 个，{0} / {1}，即每轮 {2} 步。</translation>
    </message>
    <message>
        <source>{0} epochs over {1} samples: {2} looks at a sample.</source>
        <translation>{1} 个样本训练 {0} 轮：共看样本 {2} 次。</translation>
    </message>
    <message>
        <source>This network has no feature maps.</source>
        <translation>此网络没有特征图。</translation>
    </message>
    <message>
        <source>{0} has {1} kernels of {2}, with weights from {3} to {4}.</source>
        <translation>{0} 有 {1} 个 {2} 的卷积核，权重从 {3} 到 {4}。</translation>
    </message>
    <message>
        <source>The strongest unit of {0} now (map {1}, row {2}, column {3}) adds up {4} products to {5}; with the bias {6} its sum is a = {7}.</source>
        <translation>{0} 现在最强的单元（特征图 {1}，第 {2} 行，第 {3} 列）把 {4} 个乘积相加得 {5}；加上偏置 {6}，和为 a = {7}。</translation>
    </message>
    <message>
        <source>{0}, stride {1}. Rows: {2}</source>
        <translation>{0}，步幅 {1}。行数：{2}</translation>
    </message>
    <message>
        <source>No layer of this network pads.</source>
        <translation>此网络没有任何层使用填充。</translation>
    </message>
    <message>
        <source>{0}, padding {1}. Rows: {2}</source>
        <translation>{0}，填充 {1}。行数：{2}</translation>
    </message>
    <message>
        <source>A unit of {0} sees {1} pixels.</source>
        <translation>{0} 的一个单元看到 {1} 个像素。</translation>
    </message>
    <message>
        <source>In {0}, {1} weights make {2} connections: each one is used {3} = {4} times.</source>
        <translation>在 {0} 中，{1} 个权重形成 {2} 个连接：每个权重使用 {3} = {4} 次。</translation>
    </message>
    <message>
        <source>{0} has no table: each of {1} maps reads all {2}, {3}.</source>
        <translation>{0} 没有表：{1} 个特征图各读取全部 {2} 个，{3}。</translation>
    </message>
    <message>
        <source>The table of {0} has {1} entries of {2} possible ones; map 0 reads the maps {3}.</source>
        <translation>{0} 的表在 {2} 个可能的条目中有 {1} 个；特征图 0 读取特征图 {3}。</translation>
    </message>
    <message>
        <source>{0} ({1}) makes {2} units of {3} in each map.</source>
        <translation>{0}（{1}）在每个特征图中由 {3} 得到 {2} 个单元。</translation>
    </message>
    <message>
        <source>This network has no subsampling.</source>
        <translation>此网络没有下采样。</translation>
    </message>
    <message>
        <source>This network has none; its subsampling layers are {0}.</source>
        <translation>此网络没有；它的下采样层是 {0}。</translation>
    </message>
    <message>
        <source>A unit of {0} reads {1} units of its own map.</source>
        <translation>{0} 的一个单元读取自己特征图的 {1} 个单元。</translation>
    </message>
    <message>
        <source>{0}, map {1}, row {2}, column {3} now: {4} = {5}</source>
        <translation>{0} 特征图 {1}，第 {2} 行，第 {3} 列，现在：{4} = {5}</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>max blur</source>
        <translation>最大值模糊</translation>
    </message>
    <message>
        <source>This network has no convolution.</source>
        <translation>此网络没有卷积。</translation>
    </message>
    <message>
        <source>A page of {0} units becomes {1} pixels.</source>
        <translation>{0} 单位的画板变成 {1} 个像素。</translation>
    </message>
    <message>
        <source>This network sees pictures, resized to {0}.</source>
        <translation>此网络看图片，缩放为 {0}。</translation>
    </message>
    <message>
        <source>The ink now has {0} pixels; its longer side becomes {1}, and the block moves by {2} rows and {3} columns within {4}.</source>
        <translation>现在的墨迹有 {0} 个像素；较长的一边变为 {1}，小块在 {4} 之内移动 {2} 行、{3} 列。</translation>
    </message>
    <message>
        <source>Squares of {0} in steps of {1} pixels: {2}·{3} = {4} places on {5} pixels.</source>
        <translation>{0} 的方块每次移动 {1} 个像素：在 {5} 个像素上有 {2}·{3} = {4} 个位置。</translation>
    </message>
    <message>
        <source>Draw a digit to see its numbers here.</source>
        <translation>写一个数字，这里就会显示它的数值。</translation>
    </message>
    <message>
        <source>The file of this network does not say it.</source>
        <translation>此网络的文件没有说明。</translation>
    </message>
    <message>
        <source>{0} wrong answers in {1}: {2}.</source>
        <translation>{1} 个中错 {0} 个：{2}。</translation>
    </message>
    <message>
        <source>With 95 % confidence the true rate lies from {0} to {1}.</source>
        <translation>真正的比率以 95 % 的置信度在 {0} 到 {1} 之间。</translation>
    </message>
    <message>
        <source>Tested on {0} samples: {1}.</source>
        <translation>用 {0} 个样本测试：{1}。</translation>
    </message>
    <message>
        <source>{0}·{0} = {1} cells.</source>
        <translation>{0}·{0} = {1} 格。</translation>
    </message>
    <message>
        <source>The most frequent confusion: {0} read as {1}, {2} times.</source>
        <translation>最常见的混淆：{0} 读作 {1}，{2} 次。</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} such answers were right, {3}.</source>
        <translation>{0}：{2} 个这样的答案中 {1} 个正确，{3}。</translation>
    </message>
    <message>
        <source>{0}: {1} of {2} such samples were read right, {3}.</source>
        <translation>{0}：{2} 个这样的样本中 {1} 个读对，{3}。</translation>
    </message>
    <message>
        <source>This answer has {0}; of many such answers, as many should be right.</source>
        <translation>这个答案为 {0}；在许多这样的答案中，应有同样比例是正确的。</translation>
    </message>
    <message>
        <source>The file of this network does not hold it; Result measures it.</source>
        <translation>此网络的文件中没有；“结果”可以测量它。</translation>
    </message>
    <message>
        <source>All layers together: {0} = {1} units.</source>
        <translation>所有层合计：{0} = {1} 个单元。</translation>
    </message>
    <message>
        <source>{0} now: from {1} to {2}.</source>
        <translation>{0} 现在：从 {1} 到 {2}。</translation>
    </message>
    <message>
        <source>This network uses {0} in {1}.</source>
        <translation>此网络在 {1} 中使用 {0}。</translation>
    </message>
    <message>
        <source>This network has no activation function.</source>
        <translation>此网络没有激活函数。</translation>
    </message>
    <message>
        <source>This network does not use it.</source>
        <translation>此网络不使用它。</translation>
    </message>
    <message>
        <source>This network uses it in {0}.</source>
        <translation>此网络在 {0} 中使用它。</translation>
    </message>
    <message>
        <source>The strongest unit of {0} now: f({1}) = {2}.</source>
        <translation>{0} 现在最强的单元：f({1}) = {2}。</translation>
    </message>
    <message>
        <source>{0} now: {1} of {2} units are 0.</source>
        <translation>{0} 现在：{2} 个单元中有 {1} 个为 0。</translation>
    </message>
    <message>
        <source>scaled tanh</source>
        <translation>缩放的 tanh</translation>
    </message>
    <message>
        <source>{0} has {1} weights, from {2} to {3}.</source>
        <translation>{0} 有 {1} 个权重，从 {2} 到 {3}。</translation>
    </message>
    <message>
        <source>{0} has {1} biases, from {2} to {3}.</source>
        <translation>{0} 有 {1} 个偏置，从 {2} 到 {3}。</translation>
    </message>
    <message>
        <source>{0} has {1} coefficients, from {2} to {3}.</source>
        <translation>{0} 有 {1} 个系数，从 {2} 到 {3}。</translation>
    </message>
    <message>
        <source>This network has none: its subsampling has nothing that is trained.</source>
        <translation>此网络没有：它的下采样没有需要训练的东西。</translation>
    </message>
    <message>
        <source>Scheme: {0}.</source>
        <translation>方案：{0}。</translation>
    </message>
    <message>
        <source>{0}: 2.4 / {1} inputs = ±{2}.</source>
        <translation>{0}：2.4 / {1} 个输入 = ±{2}。</translation>
    </message>
    <message>
        <source>A unit of {0} has {1} inputs.</source>
        <translation>{0} 的一个单元有 {1} 个输入。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>Draw a digit on this page, with mouse, pen or finger. The network reads it while you draw; its answer is below.</source>
        <translation>用鼠标、笔或手指在画板上写一个数字。网络边写边识别，答案在下方。</translation>
    </message>
    <message>
        <source>Watch the maps</source>
        <translation>观察特征图</translation>
    </message>
    <message>
        <source>From left to right: the input, the feature maps of each layer, the answer. Orange is positive, blue negative. Draw another stroke, and watch them change.</source>
        <translation>从左到右依次是输入、各层的特征图和答案。橙色为正，蓝色为负。再写一笔，观察它们的变化。</translation>
    </message>
    <message>
        <source>A unit&apos;s arithmetic</source>
        <translation>单元的运算</translation>
    </message>
    <message>
        <source>Click a small square in a map: that is a unit. Lines lead to the units that it reads; below, the panel Unit shows how it multiplies each by a weight, adds them up, and makes its value of the sum.</source>
        <translation>单击特征图中的一个小方格：那是一个单元。连线通向它读取的单元；下方的“单元”面板显示它如何把每个值乘以权重、相加，并由总和得到自己的值。</translation>
    </message>
    <message>
        <source>Another network</source>
        <translation>换一个网络</translation>
    </message>
    <message>
        <source>Networks differ in their design and in what they learned from. Choose another one: it reads the same page at once.</source>
        <translation>各网络的结构和训练数据不同。请另选一个：它会立即识别同一块画板。</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>弄坏它</translation>
    </message>
    <message>
        <source>Switch maps off or change weights, and see when the answer changes. The network on the disk stays as it is.</source>
        <translation>关闭特征图或更改权重，看看答案何时改变。磁盘上的网络保持不变。</translation>
    </message>
    <message>
        <source>Train it</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>Start trains a network on this computer. Draw meanwhile: the network in training reads your page.</source>
        <translation>按“开始”即可在本机上训练网络。训练时可以继续书写：正在训练的网络会识别您的画板。</translation>
    </message>
    <message>
        <source>Your own digits</source>
        <translation>您自己的数字</translation>
    </message>
    <message>
        <source>Collect digits in your own handwriting, and train a network that knows it.</source>
        <translation>收集您手写的数字，训练一个认识您笔迹的网络。</translation>
    </message>
</context>
<context>
    <name>TourLink</name>
    <message>
        <source>Take the tour</source>
        <translation>功能导览</translation>
    </message>
    <message>
        <source>Show what the window can do, one stop after another</source>
        <translation>逐步介绍本窗口的功能</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>not ready yet</source>
        <translation>尚未就绪</translation>
    </message>
    <message>
        <source>preparing …</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>reading the data …</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>testing the result …</source>
        <translation>正在测试结果…</translation>
    </message>
    <message>
        <source>Custom settings</source>
        <translation>自定义设置</translation>
    </message>
    <message>
        <source>Settings that you chose yourself.</source>
        <translation>您自己选择的设置。</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{0} ago</source>
        <translation>{0}前</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>95 %: {0} to {1}</source>
        <translation>95 %：{0} 到 {1}</translation>
    </message>
    <message>
        <source>The architecture to train.</source>
        <translation>要训练的架构。</translation>
    </message>
    <message>
        <source>The training data.</source>
        <translation>训练数据。</translation>
    </message>
    <message>
        <source>Whether the network sees the ink alone, centred and scaled as in MNIST, or each picture as it is, resized to its input, in colour if it has three channels.</source>
        <translation>网络只看墨迹（像 MNIST 那样居中和缩放），还是看每张原样的图片（缩放到输入大小，有三个通道时为彩色）。</translation>
    </message>
    <message>
        <source>The classes in the order of the outputs, separated by commas. Without any, those of the training data, sorted.</source>
        <translation>按输出顺序排列的类别，用逗号分隔。不填时为训练数据的类别，经排序。</translation>
    </message>
    <message>
        <source>How the random weights at the beginning are drawn: by the architecture&apos;s own scheme, as in the paper, or as PyTorch, Keras and tutorials do.</source>
        <translation>开始时如何抽取随机权重：按架构自己的方式、按论文，或按 PyTorch、Keras 和教程的做法。</translation>
    </message>
    <message>
        <source>Data for the final test, which runs once, at the end.</source>
        <translation>用于最后测试的数据，只在结束时测试一次。</translation>
    </message>
    <message>
        <source>Start from the weights of this checkpoint instead of random ones.</source>
        <translation>从这个检查点的权重开始，而不是随机权重。</translation>
    </message>
    <message>
        <source>Samples that are not digits, which the network learns to reject. Needs the loss MAP.</source>
        <translation>不是数字的样本，网络会学会拒识它们。需要 MAP 损失。</translation>
    </message>
    <message>
        <source>A list of writers, each on a line with the name of a stroke set and of the writer. The network is not trained on them; the result is tested on them.</source>
        <translation>书写者列表，每行写明笔画集和书写者。网络不用他们的数字训练；结果在他们的数字上测试。</translation>
    </message>
    <message>
        <source>Stroke augmentation: how many altered copies of each drawing of a stroke set to make, as if by other hands and pens. Each pass uses a few of them. 0: the drawings alone.</source>
        <translation>笔画增强：为笔画集的每份手写稿生成多少个改变后的副本，像是出自其他人和其他的笔。每轮使用其中几个。0：只用原稿。</translation>
    </message>
    <message>
        <source>Learn from the answers of these trained networks to each digit, and not from its label alone.</source>
        <translation>不只从每个数字的标签学习，也从这些训练好的网络对它的回答学习。</translation>
    </message>
    <message>
        <source>The share of the loss that comes from the teachers; the rest comes from the labels.</source>
        <translation>损失中来自教师网络的比例；其余来自标签。</translation>
    </message>
    <message>
        <source>The number of passes over the training data.</source>
        <translation>遍历训练数据的轮数。</translation>
    </message>
    <message>
        <source>The training time in seconds. The learning rate follows the clock, so that its schedule is complete at the end.</source>
        <translation>训练时间（秒）。学习率随时间变化，使其调度在结束时正好完成。</translation>
    </message>
    <message>
        <source>Digits per step. Small batches learn more from each digit; large ones are faster.</source>
        <translation>每步的数字个数。小批从每个数字学到更多；大批更快。</translation>
    </message>
    <message>
        <source>How the weights follow the gradient. AdamW and Adam adapt the step of each weight; SGD takes plain steps with momentum; Levenberg-Marquardt is the paper&apos;s stochastic diagonal method.</source>
        <translation>权重如何跟随梯度。AdamW 和 Adam 为每个权重调整步长；SGD 是带动量的普通步；Levenberg-Marquardt 是论文的随机对角方法。</translation>
    </message>
    <message>
        <source>The peak learning rate. Too small learns slowly, too large learns nothing. Can be changed during training.</source>
        <translation>学习率的峰值。太小学得慢，太大什么也学不到。训练时也可以更改。</translation>
    </message>
    <message>
        <source>How the learning rate changes: along half a cosine down to 0, not at all, or by epoch as listed in the paper.</source>
        <translation>学习率如何变化：沿半个余弦降到 0，不变，或按论文所列逐轮变化。</translation>
    </message>
    <message>
        <source>The share of all steps in which the learning rate rises from 0 to its peak.</source>
        <translation>学习率从 0 升到峰值所占的步数比例。</translation>
    </message>
    <message>
        <source>Pulls the weights towards 0, so that none grows without need. For AdamW.</source>
        <translation>把权重拉向 0，避免不必要的增大。用于 AdamW。</translation>
    </message>
    <message>
        <source>The share of the previous step that SGD keeps in the next one.</source>
        <translation>SGD 的下一步保留上一步的比例。</translation>
    </message>
    <message>
        <source>The network that is tested and kept is a running average of the weights; this share of the average stays at each step. 0: the latest weights themselves.</source>
        <translation>用于测试和保留的网络是权重的滑动平均；每步保留平均值的这个比例。0：直接用最新的权重。</translation>
    </message>
    <message>
        <source>The loss to minimise. MAP (the paper&apos;s equation 9) also pushes wrong classes away; squared error (equation 8) does not; cross-entropy is for probabilities.</source>
        <translation>要减小的损失。MAP（论文公式 9）还会推开错误的类别；平方误差（公式 8）不会；交叉熵用于概率。</translation>
    </message>
    <message>
        <source>The constant j of the paper&apos;s MAP loss. Wrong classes are not pushed beyond this penalty, and non-digits are pushed beyond it.</source>
        <translation>论文中 MAP 损失的常数 j。错误的类别不会被推到超过这个惩罚值，非数字则被推到它之外。</translation>
    </message>
    <message>
        <source>How many digits to set aside. The network is not trained on them; they measure the validation error and set how certain an answer must be.</source>
        <translation>留出多少个数字。网络不用它们训练；用它们测量验证错误率，并确定作答需要多大把握。</translation>
    </message>
    <message>
        <source>Which digits to set aside: random ones (whole writers where they are known), or the first ones (outside MNIST, the first of each class).</source>
        <translation>留出哪些数字：随机（已知书写者时按书写者整体留出），或最前面的（除 MNIST 外，是每个类别最前面的）。</translation>
    </message>
    <message>
        <source>The seed of the random numbers: the same seed on the same CPU gives the same training.</source>
        <translation>随机数种子：在同一 CPU 上，相同的种子得到相同的训练。</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda, cuda:1, mps ...</source>
        <translation>在哪里计算：auto、cpu、cuda、cuda:1、mps ...</translation>
    </message>
    <message>
        <source>The number of CPU cores to use. More are seldom faster for so small a network, and slow everything else down.</source>
        <translation>用于计算的核心数。对这么小的网络，更多核心很少更快，还会拖慢其他程序。</translation>
    </message>
    <message>
        <source>The largest rotation in either direction, in degrees.</source>
        <translation>向两侧最多旋转的度数。</translation>
    </message>
    <message>
        <source>The largest change of size: 0.1 makes digits up to a tenth larger or smaller.</source>
        <translation>大小的最大变化：0.1 使数字最多放大或缩小十分之一。</translation>
    </message>
    <message>
        <source>The largest slant: columns that a row may be shifted against the one below.</source>
        <translation>最大的倾斜：一行相对下一行最多平移的列数。</translation>
    </message>
    <message>
        <source>The largest shift in each direction, in pixels.</source>
        <translation>每个方向最多平移的像素数。</translation>
    </message>
    <message>
        <source>How far parts of a digit are bent on average, in pixels.</source>
        <translation>数字各部分平均弯曲的像素数。</translation>
    </message>
    <message>
        <source>Control points per side: few for broad bends, many for fine ones.</source>
        <translation>每边的控制点数：少则弯曲平缓，多则细密。</translation>
    </message>
    <message>
        <source>The share of digits that are left as they are.</source>
        <translation>保持原样的数字所占的比例。</translation>
    </message>
    <message>
        <source>The share of digits that are blurred a little, as in photos.</source>
        <translation>像照片那样略微模糊的数字所占的比例。</translation>
    </message>
</context>
<context>
    <name>TrainingClasses</name>
    <message>
        <source>Classes: reading the data …</source>
        <translation>类别：正在读取数据…</translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{1} 的 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln 个类别</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingCommands</name>
    <message>
        <source>Resu&amp;me</source>
        <translation>继续(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
</context>
<context>
    <name>TrainingField</name>
    <message>
        <source>Image augmentation</source>
        <translation>图像增强</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>秒数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮数(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Validation digits</source>
        <translation>验证数字(&amp;V)</translation>
    </message>
    <message>
        <source>Selectio&amp;n</source>
        <translation>选取方式(&amp;W)</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>first ones</source>
        <translation>最前面的</translation>
    </message>
    <message>
        <source>Teache&amp;r&apos;s share</source>
        <translation>教师的比例(&amp;R)</translation>
    </message>
    <message>
        <source>Networ&amp;k sees</source>
        <translation>网络看到(&amp;K)</translation>
    </message>
    <message>
        <source>ink, as in MNIST</source>
        <translation>墨迹，如 MNIST</translation>
    </message>
    <message>
        <source>whole pictures</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>&amp;First weights</source>
        <translation>初始权重(&amp;F)</translation>
    </message>
    <message>
        <source>the architecture&apos;s own</source>
        <translation>架构自带的</translation>
    </message>
    <message>
        <source>as in the paper (1998)</source>
        <translation>如论文（1998）</translation>
    </message>
    <message>
        <source>PyTorch&apos;s default</source>
        <translation>PyTorch 默认</translation>
    </message>
    <message>
        <source>Keras&apos; default (Glorot)</source>
        <translation>Keras 默认（Glorot）</translation>
    </message>
    <message>
        <source>Xavier (tutorials)</source>
        <translation>Xavier（教程）</translation>
    </message>
    <message>
        <source>normal, 0.1 (tutorials)</source>
        <translation>正态分布，0.1（教程）</translation>
    </message>
    <message>
        <source>He (for ReLU)</source>
        <translation>He（用于 ReLU）</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批大小(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Optimiser</source>
        <translation>优化器(&amp;O)</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Levenberg-Marquardt (1998)</source>
        <translation>Levenberg-Marquardt (1998)</translation>
    </message>
    <message>
        <source>Learning &amp;rate</source>
        <translation>学习率(&amp;R)</translation>
    </message>
    <message>
        <source>Sche&amp;dule</source>
        <translation>调度(&amp;D)</translation>
    </message>
    <message>
        <source>cosine, down to 0</source>
        <translation>余弦，降到 0</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>as published in 1998</source>
        <translation>1998 年论文</translation>
    </message>
    <message>
        <source>&amp;Warm-up</source>
        <translation>预热(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Momentum</source>
        <translation>动量(&amp;M)</translation>
    </message>
    <message>
        <source>Weight de&amp;cay</source>
        <translation>权重衰减(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Average</source>
        <translation>平均(&amp;A)</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>损失(&amp;L)</translation>
    </message>
    <message>
        <source>MAP with j (1998)</source>
        <translation>带 j 的 MAP (1998)</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>&amp;j</source>
        <translation>&amp;j</translation>
    </message>
    <message>
        <source>Stroke au&amp;gmentation</source>
        <translation>笔画增强(&amp;G)</translation>
    </message>
    <message>
        <source>Computation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>线程(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rotation</source>
        <translation>旋转(&amp;R)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>S&amp;lant</source>
        <translation>倾斜(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;hift</source>
        <translation>平移(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Elastic</source>
        <translation>弹性(&amp;E)</translation>
    </message>
    <message>
        <source>Elastic &amp;points</source>
        <translation>弹性点数(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;oftened share</source>
        <translation>柔化比例(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Unchanged share</source>
        <translation>不变的比例(&amp;U)</translation>
    </message>
    <message>
        <source>Only for the loss MAP.</source>
        <translation>仅用于 MAP 损失。</translation>
    </message>
    <message>
        <source>Only for AdamW.</source>
        <translation>仅用于 AdamW。</translation>
    </message>
    <message>
        <source>Only for SGD.</source>
        <translation>仅用于 SGD。</translation>
    </message>
    <message>
        <source>Only on a CPU.</source>
        <translation>仅用于 CPU。</translation>
    </message>
    <message>
        <source>Only with a teacher.</source>
        <translation>选了教师网络才有这一项。</translation>
    </message>
    <message>
        <source>Not with squared error.</source>
        <translation>不能与平方误差一起使用。</translation>
    </message>
    <message>
        <source>Only for networks that see ink.</source>
        <translation>仅用于看墨迹的网络。</translation>
    </message>
    <message>
        <source>Settled by the network that it starts from.</source>
        <translation>由训练起点的网络决定。</translation>
    </message>
    <message>
        <source>Only for a training from random weights.</source>
        <translation>仅用于从随机权重开始的训练。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师网络</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>TrainingNotice</name>
    <message>
        <source>Unfinished training</source>
        <translation>未完成的训练</translation>
    </message>
    <message>
        <source>A training of {0} stopped at {1} % ({2}).</source>
        <translation>{0} 的训练停在 {1} %（{2}）。</translation>
    </message>
    <message>
        <source>validation error {0}</source>
        <translation>验证错误率 {0}</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Resume the training exactly where it stopped</source>
        <translation>从停下的地方原样继续训练</translation>
    </message>
    <message>
        <source>Keep the network</source>
        <translation>保留网络</translation>
    </message>
    <message>
        <source>End this training and add its network to the library</source>
        <translation>结束这次训练；网络放入网络库</translation>
    </message>
    <message>
        <source>Trained network</source>
        <translation>训练完成的网络</translation>
    </message>
    <message>
        <source>The network {0} was trained to the end, but is not kept yet ({1}).</source>
        <translation>网络 {0} 已训练完成，但尚未保留（{1}）。</translation>
    </message>
    <message>
        <source>test error {0}</source>
        <translation>测试错误率 {0}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Add this network to the library</source>
        <translation>把这个网络放入网络库</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Delete the network of this training</source>
        <translation>删除这次训练的网络</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation>下次启动时再问</translation>
    </message>
</context>
<context>
    <name>TrainingOptions</name>
    <message>
        <source>Training settings</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>A training is running. You can change the learning rate and the image augmentation.</source>
        <translation>训练正在进行。可以更改学习率和图像增强。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Changes apply immediately.</source>
        <translation>更改立即生效。</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Trains a network on this computer while you watch: the loss, the error on the training digits, and the error on digits set aside for validation. Meanwhile the network in training reads the page. Nothing is lost: progress is saved to disk continuously.</source>
        <translation>在这台计算机上训练网络，您可以观看：损失、训练数字上的错误率，以及留作验证的数字上的错误率。同时由正在训练的网络识别画板上的内容。不会丢失任何东西：进度会不断保存到磁盘。</translation>
    </message>
    <message>
        <source>Starts from the weights of {0}.</source>
        <translation>从 {0} 的权重开始。</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>撤销(&amp;U)：{0}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>重做(&amp;R)：{0}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>read as a digit</source>
        <translation>识别为数字</translation>
    </message>
    <message>
        <source>the network is not sure</source>
        <translation>网络不确定</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>cut off by the edge of the picture</source>
        <translation>被图像边缘切断</translation>
    </message>
    <message>
        <source>not shaped like a digit</source>
        <translation>形状不像数字</translation>
    </message>
    <message>
        <source>much fainter than the others</source>
        <translation>比其他的淡得多</translation>
    </message>
    <message>
        <source>among too many non-digits</source>
        <translation>周围非数字的内容太多</translation>
    </message>
    <message>
        <source>part of the ruling</source>
        <translation>格线的一部分</translation>
    </message>
    <message>
        <source>does not match the size of its line</source>
        <translation>与同行的大小不符</translation>
    </message>
    <message>
        <source>outside the sheet of paper</source>
        <translation>在纸张之外</translation>
    </message>
</context>
<context>
    <name>WeightHistogram</name>
    <message>
        <source>Distribution of the weights</source>
        <translation>权重的分布</translation>
    </message>
    <message>
        <source>mean {0}</source>
        <translation>平均值 {0}</translation>
    </message>
    <message>
        <source>standard deviation {0}</source>
        <translation>标准差 {0}</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>weight from {0}, row {1}, column {2}</source>
        <translation>来自 {0} 的权重，第 {1} 行第 {2} 列</translation>
    </message>
    <message>
        <source>weight from {0}</source>
        <translation>来自 {0} 的权重</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>coefficient</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>{0} map {1}</source>
        <translation>{0} 特征图 {1}</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}</source>
        <translation>{0}，第 {1} 行第 {2} 列</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>All trained numbers of a layer: weights, biases, and the coefficients of subsampling. Point at one to see its value; click to pin it. The bars show how many weights there are of each size.</source>
        <translation>一层中所有训练得到的数：权重、偏置，以及下采样的系数。指向其中一个可看到它的值；单击可固定它。条形显示各种大小的权重各有多少。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>WelcomeCommands</name>
    <message>
        <source>The opening is not played while motion is reduced.</source>
        <translation>已减少动态效果，因此不播放开场动画。</translation>
    </message>
</context>
<context>
    <name>WhatIs</name>
    <message>
        <source>The picture as the network sees it: {0}, prepared as its training data was.</source>
        <translation>网络所看到的图像：{0}，按其训练数据的方式准备。</translation>
    </message>
    <message>
        <source>A convolution: kernels of {0}×{0} look for patterns everywhere in {1}.</source>
        <translation>卷积：{0}×{0} 的卷积核在 {1} 中到处寻找图案。</translation>
    </message>
    <message>
        <source>Subsampling ({0}): each unit makes one number of a small square of {1}.</source>
        <translation>下采样（{0}）：每个单元把 {1} 的一小块正方形变成一个数。</translation>
    </message>
    <message>
        <source>Penalties: how far {0} is from the code of each class; the smallest wins.</source>
        <translation>惩罚值：{0} 离每个类别的编码有多远；最小的获胜。</translation>
    </message>
    <message>
        <source>A full connection: each unit reads all units of {0}.</source>
        <translation>全连接：每个单元读取 {0} 的所有单元。</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this answer</source>
        <translation>为什么是这个答案</translation>
    </message>
    <message>
        <source>What speaks for the answer, and what for another class that you choose: units of the layer before the output, and places of the ink. Below it the smallest change found that makes it the other class, and what a pinned unit likes.</source>
        <translation>什么支持答案，什么支持您选择的另一个类别：输出之前那一层的单元，以及墨迹的各个位置。下面是找到的使它变成另一个类别的最小改动，以及所固定的单元喜欢什么。</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Gradient × ink</source>
        <translation>梯度 × 墨迹</translation>
    </message>
    <message>
        <source>A square of {0} × {0} pixels of paper covers the ink, {1} pixels further each time: where the lead shrinks, the ink speaks for the answer.</source>
        <translation>用 {0} × {0} 像素的一块白纸遮住墨迹，每次移动 {1} 像素：领先量减小之处，墨迹支持答案。</translation>
    </message>
    <message>
        <source>How fast the lead would grow with a little more ink at a pixel, times the ink that is there. It holds for small changes only.</source>
        <translation>某个像素多一点墨迹时领先量增长的速度，乘以那里的墨迹。只对微小的改动成立。</translation>
    </message>
    <message>
        <source>The lead, penalty of {rival} minus penalty of {answer}, is {lead}, all of it from the units of {layer}.</source>
        <translation>领先量，即 {rival} 的惩罚减去 {answer} 的惩罚，为 {lead}，全部来自 {layer} 的单元。</translation>
    </message>
    <message>
        <source>The lead, evidence for {answer} minus evidence for {rival}, is {lead}: {units} from the units of {layer} and {bias} from the biases.</source>
        <translation>领先量，即 {answer} 的证据减去 {rival} 的证据，为 {lead}：{units} 来自 {layer} 的单元，{bias} 来自偏置。</translation>
    </message>
    <message>
        <source>Most for {0}: {1}.</source>
        <translation>最支持 {0}：{1}。</translation>
    </message>
    <message>
        <source>map {0} row {1} column {2}</source>
        <translation>图 {0} 行 {1} 列 {2}</translation>
    </message>
    <message>
        <source>Orange: ink added. Blue: ink taken away.</source>
        <translation>橙色：添加的墨迹。蓝色：去掉的墨迹。</translation>
    </message>
    <message>
        <source>Orange: lighter. Blue: darker.</source>
        <translation>橙色：变亮。蓝色：变暗。</translation>
    </message>
    <message>
        <source>Pixels that change: {0}. Length: {1}, where a pixel from paper to full ink counts 1. Found by search; a smaller one may exist.</source>
        <translation>改动的像素：{0}。长度：{1}，一个像素从白纸到全墨计为 1。由搜索找到；可能有更小的改动。</translation>
    </message>
    <message>
        <source>{0} % of the change: {1}</source>
        <translation>改动的 {0} %：{1}</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>D&amp;ata</source>
        <translation>数据(&amp;A)</translation>
    </message>
    <message>
        <source>Browse digits, and add your own</source>
        <translation>浏览数字，并添加自己的数字</translation>
    </message>
    <message>
        <source>Experime&amp;nt</source>
        <translation>实验(&amp;N)</translation>
    </message>
    <message>
        <source>Change any part, and see what happens</source>
        <translation>改动任何部分，看会发生什么</translation>
    </message>
    <message>
        <source>Look &amp;inside</source>
        <translation>深入观察(&amp;I)</translation>
    </message>
    <message>
        <source>See the kernels and connections behind each number</source>
        <translation>查看每个数值背后的卷积核和连接</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>识别(&amp;R)</translation>
    </message>
    <message>
        <source>Draw, and watch the network read</source>
        <translation>书写并观看网络识别</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Train a network, and keep and compare networks</source>
        <translation>训练网络，保存并比较网络</translation>
    </message>
</context>
<context>
    <name>WorkspaceTabs</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>_DataBox</name>
    <message>
        <source>Training data</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>The data to train on; several sets can be mixed</source>
        <translation>用于训练的数据；可以混合多个数据集</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>See {0}</source>
        <translation>看{0}</translation>
    </message>
</context>
</TS>
